import type { AlertRule } from "../../../core/alerts/rule";
import { Glyph, type GlyphName } from "../ui/glyph";
import type { RuleLine } from "./rule-line";

/** Where a rule stands, in the words of the list and of the counts above it. */
export type Standing = "firing" | "pending" | "silenced" | "quiet" | "no keys" | "no source" | "waiting";

export const standings: readonly Standing[] = [
  "firing",
  "pending",
  "silenced",
  "no source",
  "no keys",
  "waiting",
  "quiet",
];

export function standingOf({ alert, hasSource }: RuleLine): Standing {
  if (!hasSource) return "no source";
  if (!alert) return "waiting";
  if (alert.silenced) return "silenced";
  switch (alert.state) {
    case "firing":
    case "pending":
      return alert.state;
    case "ok":
      return "quiet";
    case "unknown":
      return "no keys";
  }
}

type Severity = AlertRule["severity"];

const fires = "Its condition has held for long enough.";
const looks: Readonly<
  Record<Exclude<Standing, "firing"> | Severity, { glyph: GlyphName; color: string; title: string }>
> = {
  critical: { glyph: "critical", color: "text-failing-text", title: fires },
  warning: { glyph: "warning", color: "text-late-text", title: fires },
  pending: { glyph: "late", color: "text-late-text", title: "Its condition holds, not yet for long enough." },
  silenced: { glyph: "paused", color: "text-muted", title: "It is judged as ever, and not counted." },
  quiet: { glyph: "up", color: "text-body", title: "Its condition does not hold." },
  "no keys": { glyph: "offline", color: "text-muted", title: "No key matches." },
  "no source": { glyph: "stale", color: "text-stale-text", title: "Its source was removed." },
  waiting: { glyph: "waiting", color: "text-muted", title: "It has not been judged yet." },
};

interface RuleStateProps {
  readonly standing: Standing;
  /** Of the rule: what fires shows how grave that is. */
  readonly severity?: Severity;
  /** How many stand so, where they are counted. */
  readonly count?: number;
}

/** A standing's shape and word. */
export function RuleState({ standing, severity = "critical", count }: RuleStateProps) {
  const { glyph, color, title } = looks[standing === "firing" ? severity : standing];
  const word = count === undefined ? `${standing.charAt(0).toUpperCase()}${standing.slice(1)}` : `${count} ${standing}`;
  return (
    <span title={title} className={`inline-flex items-center gap-1.5 text-12 font-medium whitespace-nowrap ${color}`}>
      <Glyph name={glyph} />
      {word}
    </span>
  );
}
