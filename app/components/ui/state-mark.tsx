import type { ReactNode } from "react";
import type { Freshness } from "../../../core/freshness/freshness";
import { Glyph } from "./glyph";

const words: Record<Freshness, string> = {
  fresh: "Fresh",
  late: "Late",
  stale: "Stale",
  failing: "Failing",
  paused: "Paused",
  waiting: "Waiting",
};
const colors: Record<Freshness, string> = {
  fresh: "text-body",
  late: "text-late-text",
  stale: "text-stale-text",
  failing: "text-failing-text",
  paused: "text-muted",
  waiting: "text-muted",
};

/** A state's shape and word. `label` replaces the word where more is known ("Stale 14 min"). */
export function StateMark({ state, label }: { state: Freshness; label?: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 align-middle text-12 font-medium whitespace-nowrap ${colors[state]}`}
    >
      <Glyph name={state} />
      {label ?? words[state]}
    </span>
  );
}
