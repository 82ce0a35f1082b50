import type { Reply } from "../../../../core/sources/connector";
import { jsonCopy } from "../../../../sources/json-copy";
import { rulesForNode } from "../../../../sources/mapping/rules-for-node";
import type { FormErrors } from "../form-errors";
import type { FormResult } from "../form-result";
import type { RuleValues, SourceValues } from "../source-values";
import type { Evaluated } from "./evaluate";
import { useMapped } from "./use-mapped";
import { type RuleLines, useRuleLines } from "./use-rule-lines";

interface Mapping {
  readonly rules: RuleLines;
  readonly reply: Reply | undefined;
  /** What is worked out here as one types; null where only the server's answer is known. */
  readonly mapped: Evaluated | null;
  readonly errors: FormErrors;
  /** Adds the rules that make keys of a part of the answer. */
  readonly choose: (steps: readonly (string | number)[]) => void;
}

interface Test {
  readonly last: FormResult | undefined;
  readonly typed: SourceValues | undefined;
}

/** The rules, the answer they are about, and what they make of it. `look`: the form is to be read again. */
export function useMapping(
  values: readonly RuleValues[],
  errors: FormErrors,
  { last, typed }: Test,
  look: () => void,
): Mapping {
  const rules = useRuleLines(values, errors, look);
  const reply = last?.sample?.reply;
  const mapped = useMapped(last, typed);
  const choose = (steps: readonly (string | number)[]) => {
    if (!reply) return;
    const taken = (typed ?? last?.values)?.rules.map(({ path }) => path) ?? [];
    rules.add(rulesForNode(jsonCopy(reply.body) ?? null, steps, taken));
  };
  return { rules, reply, mapped, errors: mapped?.errors ?? (rules.isMoved(errors) ? {} : errors), choose };
}
