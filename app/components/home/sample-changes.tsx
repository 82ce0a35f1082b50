import { ArrowRight } from "lucide";
import type { Point } from "../../../core/protocol/parts";
import { clockSeconds } from "../format/clock";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Icon } from "../ui/icon";

const SHOWN = 3;

/** The last changes, newest first: when, from what, to what. */
export function SampleChanges({ points, unit }: { points: readonly Point[]; unit: string | undefined }) {
  const { locale, timeZone } = useReader();
  const text = (value: number | null) => measure(value, unit, locale).text;
  return (
    <ol className="min-h-18 text-12 leading-6" aria-label="Last changes">
      {lastChanges(points).map(({ at, from, to }) => (
        <li key={at} className="mono grid grid-cols-[64px_48px_12px_48px] items-center gap-2 text-faint">
          <span>{clockSeconds(at, timeZone)}</span>
          <span className="text-right">{text(from)}</span>
          <Icon of={ArrowRight} aria-label="to" className="size-3" />
          <span className="text-right text-body">{text(to)}</span>
        </li>
      ))}
    </ol>
  );
}

function lastChanges(points: readonly Point[]) {
  const tail = points.slice(-SHOWN - 1);
  return tail
    .slice(1)
    .map(([at, to], i) => ({ at, from: tail[i]?.[1] ?? null, to }))
    .reverse();
}
