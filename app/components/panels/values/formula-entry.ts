import { Evaluation } from "../../../../core/formula/evaluation";
import { instanceOf } from "../../../../core/formula/instance-of";
import type { Formula } from "../../../../core/formula/parse-formula";
import { type FormulaKey, type Result, resultsOf } from "../../../../core/formula/results-of";
import { sourceOf } from "../../../../core/keys/name";
import { matches } from "../../../../core/keys/pattern";
import type { Point } from "../../../../core/protocol/parts";
import type { LiveValue } from "../../../live/live-value";
import { thinPoints } from "../thin-points";
import type { Entry } from "./named-keys";
import type { PathFinder } from "./path-finder";
import { type Known, ReadPoints } from "./read-points";
import type { ShownSeries } from "./shown-value";

/** Points of a result at most, as of a key. */
const MOST = 5_000;

/** One formula of a panel: what it reads, and what it came to when it was last worked out. */
export class FormulaEntry {
  readonly #entry: Entry;
  readonly #formula: Formula;
  #keys: readonly FormulaKey[] | null = null;
  #evaluation = new Evaluation([], 0);
  #reads: readonly ReadPoints[] = [];
  /** By result: the points that came out, and those of them that are shown. */
  #thinned: { readonly from: readonly Point[]; readonly points: readonly Point[] }[] = [];
  problem: string | null = null;

  constructor(entry: Entry, formula: Formula) {
    this.#entry = entry;
    this.#formula = formula;
  }

  values(
    live: readonly LiveValue[],
    knownOf: (key: string) => Known,
    finder: PathFinder | null,
  ): readonly ShownSeries[] {
    this.#fit(live);
    const wrong = this.#formula.keys.map(({ path }) => (path === null ? null : (finder?.problemOf(path) ?? null)));
    this.problem = wrong.find((one) => one !== null) ?? this.problem;
    if (this.problem !== null) return [];
    const { results, reads } = this.#evaluation;
    const known = new Map(reads.map(({ key }) => [key, knownOf(key)]));
    const given = reads.map(({ key, path }, i) => {
      const one = known.get(key);
      return one ? (this.#reads[i]?.of(one, path, finder) ?? []) : [];
    });
    const courses = this.#evaluation.run(given);
    return results.flatMap((result, i) => this.#shown(result, courses[i] ?? [], i, known) ?? []);
  }

  /** Its results anew where other keys are there than before, or have another unit. */
  #fit(live: readonly LiveValue[]): void {
    const patterns = this.#formula.keys.map(({ pattern }) => pattern);
    const keys = live
      .filter(({ key }) => patterns.some((pattern) => matches(pattern, key)))
      .map(({ key, meta }): FormulaKey => ({ key, unit: meta.unit }));
    if (this.#keys && sameKeys(this.#keys, keys)) return;
    this.#keys = keys;
    const found = resultsOf(this.#formula, keys);
    this.problem = found.ok ? null : found.message;
    this.#evaluation = new Evaluation(found.ok ? found.results : [], this.#formula.reach);
    this.#reads = this.#evaluation.reads.map(() => new ReadPoints());
    this.#thinned = [];
  }

  /** Null where nothing is there of what it reads, and nothing stands in for that. */
  #shown(
    { labels, unit, reads }: Result,
    course: readonly Point[],
    i: number,
    known: ReadonlyMap<string, Known>,
  ): ShownSeries | null {
    const [time, value] = course.at(-1) ?? [Number.NEGATIVE_INFINITY, null];
    const there = reads.flatMap(({ key }) => known.get(key)?.live ?? []);
    const isLive = reads.every(({ key }) => known.get(key)?.isLive ?? true);
    if (there.length === 0 && value === null) return null;
    const wrong =
      value === null ? reads.find(({ key, path }) => path === null && isWrong(known.get(key)?.live)) : undefined;
    return {
      id: instanceOf(this.#formula, labels),
      name: nameOf(this.#entry, labels),
      unit,
      value,
      at: isLive || !Number.isFinite(time) ? there.reduce((newest, { at }) => Math.max(newest, at), 0) : time,
      isSeries: there.some(({ meta }) => meta.kind === "series"),
      slugs: [...new Set(reads.map(({ key }) => sourceOf(key)))],
      points: this.#thin(course, i),
      ...(wrong && { wrong: { id: wrong.key, value: known.get(wrong.key)?.live?.value ?? null } }),
    };
  }

  /** Without the time before all times, and not more than can be drawn. */
  #thin(from: readonly Point[], i: number): readonly Point[] {
    const last = this.#thinned[i];
    if (last?.from === from) return last.points;
    const timed = from[0]?.[0] === Number.NEGATIVE_INFINITY ? from.slice(1) : from;
    const points = thinPoints(timed, MOST);
    this.#thinned[i] = { from, points };
    return points;
  }
}

/** Yes and no are counted; of what is not known nothing can be said. */
function isWrong(live: LiveValue | undefined): boolean {
  return live !== undefined && live.value !== null && typeof live.value !== "number" && typeof live.value !== "boolean";
}

function sameKeys(a: readonly FormulaKey[], b: readonly FormulaKey[]): boolean {
  return a.length === b.length && a.every(({ key, unit }, i) => key === b[i]?.key && unit === b[i].unit);
}

/** What tells a result from the formula's others; of the only one its own name, or the formula without its signs. */
function nameOf({ key, name }: Entry, labels: readonly string[]): string {
  const own = labels.join(", ");
  if (labels.length > 0) return name === undefined ? own : `${name} ${own}`;
  return name ?? key.replace(/^=\s*/, "").replaceAll(/\{\s*([^{}|]*?)\s*\}/g, "$1");
}
