import { useRef, useState } from "react";
import type { FormErrors } from "../form-errors";
import { emptyRule, type RuleValues } from "../source-values";

export interface RuleLine {
  readonly id: number;
  /** What the line begins with; typing is kept by its fields. */
  readonly rule: RuleValues;
}

export interface RuleLines {
  readonly lines: readonly RuleLine[];
  /** Errors of the last answer name lines by their place, so they hold only until a line comes or goes. */
  readonly isMoved: (errors: FormErrors) => boolean;
  readonly add: (rules: readonly Partial<RuleValues>[]) => void;
  readonly remove: (id: number) => void;
}

/** The mapping's lines on the screen. `onChange` is called when they are on it. */
export function useRuleLines(values: readonly RuleValues[], errors: FormErrors, onChange: () => void): RuleLines {
  const next = useRef(values.length);
  const [lines, setLines] = useState<readonly RuleLine[]>(() => values.map((rule, id) => ({ id, rule })));
  const [moved, setMoved] = useState<FormErrors | null>(null);
  const change = (to: readonly RuleLine[]) => {
    setLines(to);
    setMoved(errors);
    requestAnimationFrame(onChange);
  };
  return {
    lines,
    isMoved: (of) => moved === of,
    add: (rules) =>
      change([...lines, ...rules.map((rule) => ({ id: next.current++, rule: { ...emptyRule, ...rule } }))]),
    remove: (id) => change(lines.filter((line) => line.id !== id)),
  };
}
