import type { Point } from "../protocol/parts";
import { findAt } from "./find-at";

/**
 * Something over time. Each value is worked out from what was known by its time and never from what came later, so that
 * when points are added only what is not before them is worked out anew.
 */
export interface Course {
  /** By time, each time once; a time of -Infinity is that of what has no past and counts for all of it. */
  readonly points: readonly Point[];
  /** Once for each round, however many ask for it. */
  update(round: Round): void;
}

/**
 * What is to be worked out anew: what is not before `since`. What is before `head` need not be kept. `slot`: of so many
 * milliseconds one point is enough; 0 where each counts. Of slots, `since` is the beginning of one.
 */
export interface Round {
  readonly since: number;
  readonly head: number;
  readonly slot: number;
}

/** What a formula reads, as it is given. */
export class Input implements Course {
  points: readonly Point[] = [];
  update(): void {}
}

export class Constant implements Course {
  readonly points: readonly Point[];

  constructor(value: number) {
    this.points = [[Number.NEGATIVE_INFINITY, value]];
  }
  update(): void {}
}

/** One result for the values of several courses at a time; null: not known, or not there yet. */
export type AtOnce = (values: readonly (number | null)[]) => number | null;

/** At each time at which one of its inputs has a point, of what they all were last known to be. */
export class Pointwise implements Course {
  readonly points: Point[] = [];
  readonly #inputs: readonly Course[];
  readonly #result: AtOnce;
  #round: Round | null = null;

  constructor(inputs: readonly Course[], result: AtOnce) {
    this.#inputs = inputs;
    this.#result = result;
  }

  update(round: Round): void {
    if (this.#round === round) return;
    this.#round = round;
    for (const input of this.#inputs) input.update(round);
    forget(this.points, round);
    const inputs = this.#inputs.map(({ points }) => points);
    const next = inputs.map((points) => findAt(points, round.since));
    const values = inputs.map((points, i) => points[(next[i] ?? 0) - 1]?.[1] ?? null);
    for (;;) {
      let time = Number.POSITIVE_INFINITY;
      for (const [i, points] of inputs.entries()) time = Math.min(time, points[next[i] ?? 0]?.[0] ?? time);
      if (time === Number.POSITIVE_INFINITY) return;
      // Of a slot, what is known at its end.
      const end = round.slot === 0 ? time : (Math.floor(time / round.slot) + 1) * round.slot;
      let last = time;
      for (const [i, points] of inputs.entries()) {
        for (let point = points[next[i] ?? 0]; point; point = points[next[i] ?? 0]) {
          if (point[0] !== time && point[0] >= end) break;
          values[i] = point[1];
          last = Math.max(last, point[0]);
          next[i] = (next[i] ?? 0) + 1;
        }
      }
      add(this.points, last, this.#result(values));
    }
  }
}

/** One result for the points `first` to `last` of a course. `from`: where the stretch that is looked at begins. */
export type OverSpan = (points: readonly Point[], first: number, last: number, from: number) => number | null;

/** At each point of its input, of what that was in the time before it. */
export class Windowed implements Course {
  readonly points: Point[] = [];
  readonly #input: Course;
  readonly #span: number;
  readonly #result: OverSpan;
  #round: Round | null = null;

  constructor(input: Course, span: number, result: OverSpan) {
    this.#input = input;
    this.#span = span;
    this.#result = result;
  }

  update(round: Round): void {
    if (this.#round === round) return;
    this.#round = round;
    this.#input.update(round);
    forget(this.points, round);
    const { points } = this.#input;
    for (let last = findAt(points, round.since); last < points.length; last++) {
      const point = points[last];
      if (!point) return;
      const from = point[0] - this.#span;
      const first = findAt(points, from);
      // What held when the stretch began counts in it.
      const before = points[first]?.[0] === from ? first : Math.max(0, first - 1);
      add(this.points, point[0], point[1] === null ? null : this.#result(points, before, last, from));
    }
  }
}

/** Takes away what is worked out anew; and now and then, many at a time, what nobody asks for any more. */
function forget(points: Point[], { since, head }: Round): void {
  points.length = findAt(points, since);
  const old = findAt(points, head) - 1;
  if (old > 0 && old > points.length / 2) points.splice(0, old);
}

/** What no number can say is not known; one null begins a gap, however long. */
function add(points: Point[], time: number, result: number | null): void {
  const value = result === null || !Number.isFinite(result) ? null : result;
  if (value === null && points.length > 0 && points.at(-1)?.[1] === null) return;
  points.push([time, value]);
}
