import { limitOf, type Threshold } from "../../../core/boards/threshold";
import { measureLimit, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { scaleOf } from "../format/scale";
import { Glyph } from "../ui/glyph";

/** That a number is past a threshold: by shape, by colour, and in words. */
export function ThresholdMark({ threshold, unit }: { threshold: Threshold; unit: string | undefined }) {
  const { locale } = useReader();
  const limit = limitOf(threshold);
  const isCritical = threshold.level === "critical";
  const side = "above" in threshold ? "above" : "below";
  const words = `${isCritical ? `Critical, ${side}` : side === "above" ? "Above" : "Below"} ${written(measureLimit(limit, scaleOf(unit, limit), locale))}`;
  return (
    <span
      title={threshold.name === undefined ? words : `${threshold.name}: ${words}`}
      className={`inline-flex max-w-full min-w-0 items-center gap-1.5 font-medium ${isCritical ? "text-failing-text" : "text-late-text"}`}
    >
      <Glyph name={threshold.level} />
      <span className="truncate">{words}</span>
    </span>
  );
}
