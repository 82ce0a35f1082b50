import type { Point } from "../protocol/parts";
import type { Round } from "./course";
import { findAt } from "./find-at";
import type { Read, Result } from "./results-of";

/**
 * Works out what a formula came to over time, for each of its results; when points are added, from there on only. What
 * comes out is by time, oldest first, and the same array while nothing that it is made of changes.
 */
export class Evaluation {
  readonly results: readonly Result[];
  /** What is to be given, in this order. */
  readonly reads: readonly Read[];
  readonly #reach: number;
  #found: readonly (readonly Point[])[];
  #hasRun = false;
  #slot = 0;

  /** `reach`: how far back the formula looks, in milliseconds. */
  constructor(results: readonly Result[], reach: number) {
    this.results = results;
    this.reads = [...new Set(results.flatMap(({ reads }) => reads))];
    this.#reach = reach;
    this.#found = results.map(() => []);
  }

  /** `given`: the points of each read. A time of -Infinity stands for what is known now and has no past. */
  run(given: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
    const changes = this.reads.map(({ input }, i) => {
      const since = changedSince(input.points, given[i] ?? []);
      input.points = given[i] ?? [];
      return since;
    });
    const isFirst = !this.#hasRun;
    this.#hasRun = true;
    const changed = isFirst ? Number.NEGATIVE_INFINITY : earliest(changes);
    if (changed === Number.POSITIVE_INFINITY) return this.#found;
    const head = earliest(given.map((points) => timed(points, 0)?.[0] ?? Number.POSITIVE_INFINITY));
    const slot = this.#slotOf(given, head);
    const since = slot === this.#slot ? floor(changed, slot) : Number.NEGATIVE_INFINITY;
    this.#slot = slot;
    const round: Round = { since, head: head - this.#reach, slot };
    const touched = new Set(this.reads.filter((_, i) => changes[i] !== Number.POSITIVE_INFINITY));
    for (const { course } of this.results) course.update(round);
    this.#found = this.results.map(({ course, reads }, i) => {
      if (!isFirst && !reads.some((read) => touched.has(read))) return this.#found[i] ?? [];
      return course.points.slice(findAt(course.points, beginOf(reads)));
    });
    return this.#found;
  }

  /** 0, or whole seconds that double until the window is made of few enough. */
  #slotOf(given: readonly (readonly Point[])[], head: number): number {
    if (this.reads.length <= FEW_READS || !Number.isFinite(head)) return 0;
    const newest = given.reduce((last, points) => Math.max(last, points.at(-1)?.[0] ?? last), head);
    let slot = SECOND;
    while ((newest - head) / slot > MOST_SLOTS) slot *= 2;
    return slot;
  }
}

/** Of so few keys every point counts. */
const FEW_READS = 8;
/** Points that many keys come to together, at most: each has its own times, and all of them are more than can be seen. */
const MOST_SLOTS = 2_000;
const SECOND = 1_000;

function floor(time: number, slot: number): number {
  return slot === 0 || !Number.isFinite(time) ? time : Math.floor(time / slot) * slot;
}

/** Keys that are asked more seldom than so often (milliseconds) may begin later than others: their step says nothing. */
const LONGEST_STEP = 60_000;

/**
 * When what is made of these is to begin: once all are known that were known all along; before, a sum would lack some of
 * them. A window keeps at most one point from before it, so that it has begun by the second point of any. What has its
 * first point at most one step of its own later was there before.
 */
function beginOf(reads: readonly Read[]): number {
  const starts = reads.flatMap(({ input: { points } }) => {
    const [first, second] = [timed(points, 0)?.[0], timed(points, 1)?.[0]];
    return first === undefined ? [] : [{ first, second: second ?? Number.POSITIVE_INFINITY }];
  });
  const begun = earliest(starts.map(({ second }) => second));
  const before = starts.filter(({ first, second }) => first <= begun + Math.min(second - first, LONGEST_STEP));
  return before.reduce((begin, { first }) => Math.max(begin, first), Number.NEGATIVE_INFINITY);
}

/** The first or second point that has a time. */
function timed(points: readonly Point[], which: 0 | 1): Point | undefined {
  return points[points[0]?.[0] === Number.NEGATIVE_INFINITY ? which + 1 : which];
}

function earliest(times: readonly number[]): number {
  return times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** The time from which the points are others than before, when some were added, or let go at the front. */
function changedSince(before: readonly Point[], now: readonly Point[]): number {
  if (before === now) return Number.POSITIVE_INFINITY;
  const [first] = now;
  if (!first) return before.length === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const from = findAt(before, first[0]);
  if (before[from] !== first) return Number.NEGATIVE_INFINITY;
  let i = 0;
  while (from + i < before.length && i < now.length && before[from + i] === now[i]) i++;
  const ends = [before[from + i], now[i]].flatMap((point) => point?.[0] ?? []);
  return earliest(ends);
}
