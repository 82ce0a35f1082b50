import type { BarPanel } from "../../../../core/boards/document";
import { limitOf } from "../../../../core/boards/threshold";
import { measureLimit, written } from "../../format/measure";
import { formatNumber } from "../../format/number";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { Glyph } from "../../ui/glyph";

interface FootProps {
  panel: BarPanel;
  unit: string | undefined;
  /** Rows that are not drawn. */
  more: number;
}

/** What the dashed lines mean, and what is not drawn. */
export function KeyBarsFoot({ panel: { thresholds = [], decimals }, unit, more }: FootProps) {
  const { locale } = useReader();
  if (thresholds.length === 0 && more <= 0) return null;
  return (
    <p className="sticky bottom-0 mt-auto flex shrink-0 flex-wrap gap-x-3 bg-panel px-3 py-2 text-12 text-muted">
      {thresholds.map((one) => (
        <span key={JSON.stringify(one)} className="inline-flex max-w-full min-w-0 items-center gap-1.5">
          <Glyph name={one.level} />
          {one.name === undefined ? null : (
            <span title={one.name} className="min-w-0 truncate">
              {one.name}
            </span>
          )}
          <span className="flex-none">
            {"above" in one ? "above" : "below"}{" "}
            {written(measureLimit(limitOf(one), scaleOf(unit, limitOf(one), decimals), locale))}
          </span>
        </span>
      ))}
      {more > 0 ? <span className="ml-auto">{formatNumber(more, locale)} more</span> : null}
    </p>
  );
}
