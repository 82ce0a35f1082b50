import { PUBLIC_SOURCE } from "../../../core/public-workspace";
import type { LiveValue } from "../../live/live-value";
import { useLiveKey } from "../../live/use-live-key";
import { useNow } from "../../live/use-now";
import { usePoints } from "../../live/use-points";
import { formatAge, formatSpan } from "../format/age";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { LiveBadge } from "../frame/live-badge";
import { ChangedText } from "../panels/changed-text";
import { type PanelFreshness, useFreshness } from "../panels/use-freshness";
import { Card } from "../ui/card";
import { StateMark } from "../ui/state-mark";
import { SampleChanges } from "./sample-changes";
import { SamplePlot } from "./sample-plot";

interface Props {
  readonly keyName: string;
  readonly title: string;
  /** Milliseconds of past in the plot. */
  readonly range: number;
}

const SOURCES = [PUBLIC_SOURCE];

/** One number of this server, live, as the rest of the product shows numbers: what it is, since when, and its course. */
export function LiveSample({ keyName, title, range }: Props) {
  const live = useLiveKey(keyName);
  const points = usePoints(keyName);
  const freshness = useFreshness(SOURCES);
  const isOld = freshness.state === "stale" || freshness.state === "failing";
  return (
    <Card className="group/panel grid content-start gap-4 px-4 pt-3 pb-4" data-old={isOld || undefined}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-14 font-medium text-strong">{title}</h2>
        {isOld || freshness.state === "late" ? <StateMark state={freshness.state} /> : null}
        <div className="ml-auto">
          <LiveBadge />
        </div>
      </header>
      <div className="flex min-h-26 flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <Figure live={live} />
        <SampleChanges points={points} unit={live?.meta.unit} />
      </div>
      <SamplePlot
        points={points}
        unit={live?.meta.unit}
        range={range}
        checkedAt={freshness.checkedAt ?? (live ? freshness.now : null)}
      />
      <p className="text-12 text-faint phone:min-h-8">
        <code>{keyName}</code> {pace(freshness)}
        {live ? <Changed at={live.at} /> : "no value yet"}
      </p>
    </Card>
  );
}

function Figure({ live }: { live: LiveValue | undefined }) {
  const { locale } = useReader();
  const shown = live ? measure(live.value, live.meta.unit, locale) : { text: "-", unit: "" };
  return (
    <p className="flex items-baseline gap-2.5 text-96 font-medium whitespace-nowrap text-strong group-data-old/panel:font-regular group-data-old/panel:text-old phone:text-[64px] phone:leading-18">
      <ChangedText text={shown.text} />
      <span className="text-32 font-regular tracking-normal text-muted">{shown.unit}</span>
    </p>
  );
}

function Changed({ at }: { at: number }) {
  const age = formatAge(useNow() - at);
  return <>changed {age === "now" ? "just now" : `${age} ago`}</>;
}

function pace({ sources }: PanelFreshness): string {
  const interval = sources[0]?.source?.interval;
  return typeof interval !== "number" ? "" : `every ${formatSpan(interval)}, `;
}
