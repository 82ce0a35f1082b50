/** Combine all their values at a time. */
const aggregateNames = { sum: true, avg: true, min: true, max: true, count: true } as const;
/** Of one value at a time, with the arguments that are listed. */
const pointwiseArgs = {
  abs: ["x"],
  round: ["x"],
  clamp: ["x", "lowest", "highest"],
  if_missing: ["x", "value"],
} as const;
/** Of what a value went through. How far back they look where the formula does not say, in milliseconds. */
const windowSpans = {
  rate: 60_000,
  increase: null,
  delta: null,
  avg_over: null,
  min_over: null,
  max_over: null,
} as const;

export type AggregateName = keyof typeof aggregateNames;
export type PointwiseName = keyof typeof pointwiseArgs;
export type WindowedName = keyof typeof windowSpans;
export type FunctionName = AggregateName | PointwiseName | WindowedName;

export const functionNames = [aggregateNames, pointwiseArgs, windowSpans].flatMap((names) => Object.keys(names));

export function isAggregate(name: string): name is AggregateName {
  return Object.hasOwn(aggregateNames, name);
}

export function isPointwise(name: string): name is PointwiseName {
  return Object.hasOwn(pointwiseArgs, name);
}

export function isWindowed(name: string): name is WindowedName {
  return Object.hasOwn(windowSpans, name);
}

export function argsOf(name: PointwiseName): readonly string[] {
  return pointwiseArgs[name];
}

export function usualSpan(name: WindowedName): number | null {
  return windowSpans[name];
}

/** How a function is written, for messages. */
export function usage(name: FunctionName): string {
  if (isAggregate(name)) return `${name}(x)`;
  if (isPointwise(name)) return `${name}(${argsOf(name).join(", ")})`;
  return usualSpan(name) === null ? `${name}(x, 5m)` : `${name}(x) or ${name}(x, 5m)`;
}
