import type { Point } from "../../protocol/parts";
import { Evaluation } from "../evaluation";
import { parseFormula } from "../parse-formula";
import { resultsOf } from "../results-of";

/** By key: its points. */
export type Given = Readonly<Record<string, readonly Point[]>>;

/** A formula over the keys that are there. */
export function evaluation(
  text: string,
  keys: readonly string[],
  units: Readonly<Record<string, string>> = {},
): Evaluation {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const found = resultsOf(
    parsed.formula,
    keys.toSorted().map((key) => ({ key, unit: units[key] })),
  );
  if (!found.ok) throw new Error(found.message);
  return new Evaluation(found.results, parsed.formula.reach);
}

/** Its results, each with what the stars stand for. */
export function run(one: Evaluation, given: Given) {
  const found = one.run(one.reads.map(({ key }) => given[key] ?? []));
  return one.results.map(({ labels }, i) => [labels.join(" "), found[i] ?? []] as const);
}

/** What a formula of one result comes to. */
export function course(text: string, given: Given): readonly Point[] {
  return run(evaluation(text, Object.keys(given)), given)[0]?.[1] ?? [];
}
