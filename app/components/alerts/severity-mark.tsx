import type { AlertRule } from "../../../core/alerts/rule";
import { Glyph } from "../ui/glyph";

/** How grave an alert is: by shape, by word, and by colour. */
export function SeverityMark({ severity }: Pick<AlertRule, "severity">) {
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1.5 align-middle text-12 font-medium whitespace-nowrap capitalize ${severity === "critical" ? "text-failing-text" : "text-late-text"}`}
    >
      <Glyph name={severity} />
      {severity}
    </span>
  );
}
