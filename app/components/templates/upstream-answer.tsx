import type { Sample } from "../../../core/live-object";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Glyph } from "../ui/glyph";
import type { ListedTemplate } from "./listed-template";

interface Props {
  readonly sample: Sample;
  readonly shows: ListedTemplate["shows"];
}

/** What the upstream of a template said just now: its value, or why there is none. */
export function UpstreamAnswer({ sample, shows }: Props) {
  const { locale } = useReader();
  if (!sample.ok) {
    return (
      <div className="flex min-w-0 gap-2 text-12" role="status">
        <Glyph name="failing" className="mt-0.5" />
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium text-failing-text">{sample.failure.message}</span>{" "}
          <span className="text-muted">Asked from this server just now.</span>
        </p>
      </div>
    );
  }
  const shown = sample.readings.find(({ key }) => key.slice(key.indexOf(".") + 1) === shows?.path);
  if (!shown || !shows) return <p className="text-12 text-muted">{sample.total} keys, read from here just now</p>;
  const { text, unit } = measure(shown.value, shown.meta.unit, locale);
  return (
    <p className="flex min-w-0 flex-1 items-baseline justify-between gap-3">
      <span className="truncate text-12 text-muted">{shows.name}</span>
      <span className="truncate">
        <b className="text-16 font-medium text-strong">{text}</b> <span className="text-muted">{unit}</span>
      </span>
    </p>
  );
}
