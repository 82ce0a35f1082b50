import { sourceOf } from "../../../core/keys/name";
import { useLiveKey } from "../../live/use-live-key";
import { usePoints } from "../../live/use-points";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { ChangedText } from "../panels/changed-text";
import { Spark } from "../panels/spark";
import { useFreshness } from "../panels/use-freshness";
import { StateMark } from "../ui/state-mark";
import type { Thumbnail } from "./thumbnail";

/** A board's one value with its recent course. An old one is dimmed and says so. */
export function ThumbnailValue({ thumbnail, range }: { thumbnail: Thumbnail; range: number }) {
  const { locale } = useReader();
  const live = useLiveKey(thumbnail.key);
  const points = usePoints(thumbnail.key);
  const { state } = useFreshness([sourceOf(thumbnail.key)]);
  const shown = live ? measure(live.value, live.meta.unit, locale) : { text: "-", unit: "" };
  const isOld = state === "stale" || state === "failing";
  return (
    <div data-old={isOld || undefined} className="group/panel flex min-w-0 flex-1 items-center justify-between gap-3">
      <p className="flex min-w-0 items-baseline gap-3">
        <span className="truncate text-12 text-muted">{thumbnail.title}</span>
        <span className="whitespace-nowrap text-20 font-medium text-strong group-data-old/panel:font-regular group-data-old/panel:text-faint">
          <ChangedText text={shown.text} />
          {shown.unit ? <span className="text-13 font-regular tracking-normal text-muted"> {shown.unit}</span> : null}
        </span>
      </p>
      {state === "fresh" ? <Spark points={points} range={range} width={72} /> : <StateMark state={state} />}
    </div>
  );
}
