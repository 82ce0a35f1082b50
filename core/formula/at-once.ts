import type { AtOnce } from "./course";
import type { Operator } from "./expression";
import type { AggregateName, PointwiseName } from "./functions";

/** Of nothing that is not known anything is known. */
const known =
  (result: (...values: number[]) => number): AtOnce =>
  (values) => {
    const numbers = values.filter((value) => value !== null);
    return numbers.length === values.length ? result(...numbers) : null;
  };

export const negative: AtOnce = known((x = 0) => -x);

export const operators: Readonly<Record<Operator, AtOnce>> = {
  "+": known((a = 0, b = 0) => a + b),
  "-": known((a = 0, b = 0) => a - b),
  "*": known((a = 0, b = 0) => a * b),
  // By zero: Infinity or NaN, which no course takes.
  "/": known((a = 0, b = 0) => a / b),
  "%": known((a = 0, b = 0) => a % b),
};

export const pointwise: Readonly<Record<PointwiseName, AtOnce>> = {
  abs: known((x = 0) => Math.abs(x)),
  round: known((x = 0) => Math.round(x)),
  clamp: known((x = 0, lowest = 0, highest = 0) => Math.min(highest, Math.max(lowest, x))),
  if_missing: ([x = null, value = null]) => x ?? value,
};

/** Of those that are known; none where none is. */
const ofKnown =
  (result: (numbers: readonly number[]) => number): AtOnce =>
  (values) => {
    const numbers = values.filter((value) => value !== null);
    return numbers.length === 0 ? null : result(numbers);
  };

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));

export const aggregates: Readonly<Record<AggregateName, AtOnce>> = {
  sum: ofKnown(sum),
  avg: ofKnown((numbers) => sum(numbers) / numbers.length),
  min: ofKnown(least),
  max: ofKnown(most),
  count: (values) => values.filter((value) => value !== null).length,
};
