import type { Threshold } from "../../../../core/boards/threshold";
import { Glyph } from "../../ui/glyph";

/** That the number beside it is past a threshold: a shape, and a word. */
export function PastMark({ threshold: { level, name } }: { threshold: Threshold }) {
  const word = level === "critical" ? "Critical" : "Warning";
  const color = level === "critical" ? "text-failing-text" : "text-late-text";
  return (
    <span title={name ?? word} className={`mr-2 inline-flex items-center gap-1 text-12 font-medium ${color}`}>
      <Glyph name={level} />
      <span className="@max-[340px]:sr-only">{word}</span>
    </span>
  );
}
