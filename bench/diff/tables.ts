import { MAX_OPERATIONS, MAX_SHARE } from "../../core/delta/worth-sending";
import { table } from "../setup/report";
import { median } from "../setup/spread";
import { contestants, OURS } from "./contestants";
import type { Result } from "./results";

const ALL = "all recorded";
const ONE_FIELD = "one field of 50 kB";
const others = contestants.map(({ name }) => name).filter((name) => name !== OURS);

/** Ours and those of the libraries that got the pair right. */
interface Compared {
  readonly ours: Result;
  readonly theirs: readonly Result[];
}

export function printResults(results: readonly Result[]): void {
  const pairs = [...Map.groupBy(results, ({ shape, pair }) => `${shape} ${pair}`).values()].map(compared);
  const shapes = Map.groupBy(pairs, ({ ours }) => ours.shape);
  const recorded = pairs.filter(({ ours }) => ours.shape !== ONE_FIELD);
  const rows = [...shapes.set(ALL, recorded)];
  const head = ["shape", "pairs", OURS, ...others];

  console.log(
    `Diff and apply: microseconds a pair; each library as a multiple of ${OURS}, on the pairs that it got right.\n`,
  );
  table(
    [...head, "ours ÷ fastest, total", "median pair"],
    rows.map(([shape, all]) => multiplesRow(shape, all, time, 1)),
  );
  console.log(
    `The patch: UTF-16 units a pair; each library as a multiple of ${OURS}, on the pairs that it got right.\n`,
  );
  table(
    [...head, "ours ÷ smallest, total", "median pair"],
    rows.map(([shape, all]) => multiplesRow(shape, all, size, 0)),
  );
  console.log(
    "Pairs that a library got wrong; pairs on which ours takes over 1.1 of the best of theirs, and the worst.\n",
  );
  table(
    [
      "shape",
      "pairs",
      ...others.map((name) => `${name}: wrong`),
      "slower",
      "worst",
      "larger",
      "worst",
      "not worth sending",
    ],
    rows.map(([shape, all]) => exceptionsRow(shape, all)),
  );
}

function exceptionsRow(shape: string, all: readonly Compared[]): string[] {
  const wrong = others.map((name) => all.filter(({ theirs }) => !theirs.some((one) => one.name === name)).length);
  const useless = all.filter(({ ours }) => ours.operations > MAX_OPERATIONS || ours.size >= MAX_SHARE * ours.whole);
  const counts = [all.length, ...wrong].map(String);
  return [shape, ...counts, ...outliers(all, time), ...outliers(all, size), String(useless.length)];
}

function compared(results: readonly Result[]): Compared {
  const ours = results.find(({ name }) => name === OURS);
  if (!ours) throw new Error("ours is among the contestants");
  return { ours, theirs: results.filter(({ name, right }) => name !== OURS && right) };
}

type Figure = (result: Result) => number;
const time: Figure = (result) => result.time;
const size: Figure = (result) => result.size;

/** Its sum over ours, on the pairs that it got right; NaN where there is none. */
function multiple(all: readonly Compared[], name: string, figure: Figure): number {
  let [its, ours] = [0, 0];
  for (const pair of all) {
    const one = pair.theirs.find((result) => result.name === name);
    if (!one) continue;
    its += figure(one);
    ours += figure(pair.ours);
  }
  return its / ours;
}

const perPair = (all: readonly Compared[], figure: Figure) =>
  all
    .filter(({ theirs }) => theirs.length > 0)
    .map(({ ours, theirs }) => figure(ours) / Math.min(...theirs.map(figure)));

function multiplesRow(shape: string, all: readonly Compared[], figure: Figure, digits: number): string[] {
  const multiples = others.map((name) => multiple(all, name, figure));
  const mean = all.reduce((sum, { ours }) => sum + figure(ours), 0) / all.length;
  const best = Math.min(...multiples.filter((one) => !Number.isNaN(one)));
  return [
    shape,
    String(all.length),
    mean.toFixed(digits),
    ...multiples.map((one) => one.toFixed(2)),
    (1 / best).toFixed(2),
    median(perPair(all, figure)).toFixed(2),
  ];
}

function outliers(all: readonly Compared[], figure: Figure): string[] {
  const ratios = perPair(all, figure).filter((one) => one > 1.1);
  return [String(ratios.length), ratios.length === 0 ? "" : Math.max(...ratios).toFixed(2)];
}
