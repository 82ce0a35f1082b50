import type { AggregateName, PointwiseName, WindowedName } from "./functions";

export type Operator = "+" | "-" | "*" | "/" | "%";

/** What the keys of a pattern hold; with `path`, what a JMESPath expression finds in them. */
export interface KeysExpression {
  readonly type: "keys";
  readonly pattern: string;
  readonly path: string | null;
  /** Where the pattern stands in the formula's text. */
  readonly start: number;
  readonly end: number;
  /** Whether all its keys go into one number, as those in a sum. */
  readonly isCombined: boolean;
}

export type Expression =
  | { readonly type: "number"; readonly value: number }
  /** A variable of the board in place of a number: of no value until it is put in. */
  | { readonly type: "variable" }
  | KeysExpression
  | { readonly type: "negative"; readonly of: Expression }
  | { readonly type: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly type: "aggregate"; readonly name: AggregateName; readonly args: readonly Expression[] }
  | { readonly type: "pointwise"; readonly name: PointwiseName; readonly args: readonly Expression[] }
  /** `span`: how far back it looks, in milliseconds. */
  | { readonly type: "windowed"; readonly name: WindowedName; readonly of: Expression; readonly span: number };

/** What is wrong with a formula, and at which character of it, from 1. */
export interface FormulaProblem {
  readonly at: number;
  readonly message: string;
}

/** Thrown while a formula is read, and caught where the reading began. */
export class FormulaError extends Error {
  readonly at: number;

  /** `at`: from 0. */
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}
