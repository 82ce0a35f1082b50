import { type Json, jsonEquals } from "../../core/json";
import { median } from "../setup/spread";
import { type Contestant, OURS } from "./contestants";
import type { Pair } from "./pairs";

/** What one contestant did on one pair. */
export interface Result {
  readonly shape: string;
  readonly pair: number;
  readonly name: string;
  /** What its operations lead to, and what its own apply leads to, is the pair's second value. */
  readonly right: boolean;
  /** Microseconds of diff and apply, the median of the rounds. */
  readonly time: number;
  /** UTF-16 units of the patch's JSON text, and of the value's. */
  readonly size: number;
  readonly whole: number;
  readonly operations: number;
}

/** Microseconds. A run is timed so often a round, a longer one once, one longer still in two rounds only. */
const REPEATS = 8;
const LONG = 1_000;
const TOO_LONG = 10_000;

/** All contestants on all pairs, one after the other on each pair, so that what else the machine does falls on all. */
export function resultsOf(pairs: readonly Pair[], contestants: readonly Contestant[], rounds: number): Result[] {
  const times = pairs.map(() => contestants.map((): number[] => []));
  for (let round = -1; round < rounds; round++) {
    pairs.forEach((pair, p) => {
      contestants.forEach((_, turn) => {
        const c = (turn + p + round + 1) % contestants.length;
        const held = times[p]?.[c];
        const one = contestants[c];
        if (!held || !one || (round > 1 && Math.min(...held) > TOO_LONG)) return;
        // Round -1 warms up: its figure does not count.
        if (round === 0 && held.length > 0) held.length = 0;
        held.push(timed(one, pair, (held.at(-1) ?? LONG) >= LONG ? 1 : REPEATS));
      });
    });
  }
  return pairs.flatMap((pair, p) =>
    contestants.map((one, c) => ({ ...judged(one, pair), pair: p, time: median(times[p]?.[c] ?? []) })),
  );
}

function timed(one: Contestant, { before, after }: Pair, repeats: number): number {
  const targets = Array.from({ length: repeats }, () => structuredClone(before));
  const begin = performance.now();
  for (const target of targets) one.run(before, after, target);
  return ((performance.now() - begin) * 1_000) / repeats;
}

function judged(one: Contestant, { shape, before, after }: Pair) {
  const kept = JSON.stringify(before);
  const operations = attempt(() => one.operations(before, after)) ?? [];
  const text = JSON.stringify(operations);
  const right =
    leadsTo(after, () => one.run(before, after, structuredClone(before))) &&
    leadsTo(after, () => one.check(structuredClone(before), JSON.parse(text))) &&
    JSON.stringify(before) === kept;
  if (one.name === OURS && !right) throw new Error(`core/delta is wrong on a pair of shape ${shape}`);
  const whole = JSON.stringify(after).length;
  return { shape, name: one.name, right, size: text.length, whole, operations: operations.length };
}

function leadsTo(after: Json, run: () => Json): boolean {
  const value = attempt(run);
  return value !== undefined && jsonEquals(value, after);
}

/** A library may also throw at a pair: that is no result. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
