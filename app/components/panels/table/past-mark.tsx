import type { Threshold } from "../../../../core/boards/threshold";
import { Glyph } from "../../ui/glyph";

interface PastMarkProps {
  threshold: Threshold;
  isCompact: boolean;
}

/** That the number beside it is past a threshold: a shape, and a word, which narrow columns leave to who points at it. */
export function PastMark({ threshold: { level, name }, isCompact }: PastMarkProps) {
  const word = level === "critical" ? "Critical" : "Warning";
  const color = level === "critical" ? "text-failing-text" : "text-late-text";
  return (
    <span
      title={name === undefined ? word : `${word}: ${name}`}
      className={`mr-1.5 inline-flex items-center gap-1 align-middle text-12 font-medium ${color}`}
    >
      <Glyph name={level} />
      <span className={isCompact ? "sr-only" : "@max-[440px]:sr-only"}>{word}</span>
    </span>
  );
}
