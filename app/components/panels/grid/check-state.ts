import type { Json } from "../../../../core/json";
import type { GlyphName } from "../../ui/glyph";

/** A check's state: its square, and its word. */
export interface CheckState {
  readonly glyph: Extract<GlyphName, "up" | "slow" | "down">;
  readonly word: string;
}

const words: Readonly<Record<CheckState["glyph"], readonly string[]>> = {
  up: ["up", "ok", "good", "healthy", "operational", "online", "running", "passing", "success", "active", "available"],
  slow: ["slow", "warning", "degraded", "degraded_performance", "minor", "partial_outage", "pending", "maintenance"],
  down: ["down", "error", "failed", "failing", "critical", "unhealthy", "offline", "major", "major_outage", "outage"],
};
const glyphs = ["up", "slow", "down"] as const;

/**
 * What a value says as a check: yes and no, the words that status pages use, and 1 and 0 of a key called `up`, as
 * Prometheus has them. Undefined: it is no check.
 */
export function checkState(id: string, value: Json): CheckState | undefined {
  if (typeof value === "boolean") return value ? { glyph: "up", word: "Up" } : { glyph: "down", word: "Down" };
  if ((value === 1 || value === 0) && /(?:^|\.)up$/.test(id)) return checkState("", value === 1);
  if (typeof value !== "string") return undefined;
  const plain = value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  const glyph = glyphs.find((name) => words[name].includes(plain));
  return glyph && { glyph, word: wordOf(plain) };
}

function wordOf(plain: string): string {
  const text = plain.replaceAll("_", " ");
  return text === "ok" ? "OK" : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
