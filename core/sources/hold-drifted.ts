import type { Json } from "../json";
import type { Misfit } from "./connector";
import type { KeyReading } from "./reading";
import type { Drift } from "./state";

/** Drifts that a source's state names at most; further ones are told together. */
const MOST = 20;

export interface Held {
  readonly slug: string;
  /** The names of the source's keys. */
  readonly keys: readonly string[];
  /** The value of a key; undefined where there is no such key. */
  value(key: string): Json | undefined;
  /** What had drifted before. */
  readonly drift: readonly Drift[];
}

/** What of a good answer is to be written, what goes, and what stays as it was because the answer lacks it. */
export interface Sorted {
  readonly writes: readonly KeyReading[];
  readonly removes: readonly string[];
  /** Held, and not seen this time. */
  readonly stays: ReadonlySet<string>;
  readonly drift: readonly Drift[];
}

/** `typesHold`: whether a value of another type than the held one is drift; not after the settings changed. */
export function holdDrifted(
  readings: readonly KeyReading[],
  misfits: readonly Misfit[],
  held: Held,
  at: number,
  typesHold: boolean,
): Sorted {
  const path = (key: string) => key.slice(held.slug.length + 1);
  const stays = new Set<string>();
  const turned: Misfit[] = [];
  const lacking = new Set(misfits.map((misfit) => misfit.path));
  const found = new Set(readings.map(({ key }) => key));
  for (const { key, value, anything } of readings) {
    const before = held.value(key);
    if (before === undefined || before === null) continue;
    if (lacking.has(path(key))) stays.add(key);
    else if (typesHold && !anything && value !== null && nounOf(before) !== nounOf(value)) {
      stays.add(key);
      turned.push({ path: path(key), message: `was ${nounOf(before)}, and is ${nounOf(value)} now` });
    }
  }
  const gone = held.keys.filter((key) => !found.has(key));
  const missed = gone.filter((key) => parents(path(key)).some((parent) => lacking.has(parent)));
  for (const key of missed) stays.add(key);
  return {
    writes: stays.size === 0 ? readings : readings.filter(({ key }) => !stays.has(key)),
    removes: gone.filter((key) => !stays.has(key)),
    stays,
    drift: driftOf([...misfits, ...turned], held.drift, at),
  };
}

/** The paths that a path lies below, itself included: `a`, `a.b` and `a.b.c`. */
function parents(path: string): string[] {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, i + 1).join("."));
}

function driftOf(found: readonly Misfit[], before: readonly Drift[], at: number): Drift[] {
  const rest = found.length - (MOST - 1);
  const shown = found.length <= MOST ? found : [...found.slice(0, MOST - 1), { path: "", message: `${rest} more` }];
  return shown.map(({ path, message }) => {
    const same = before.find((drift) => drift.path === path);
    return { path, message, since: same?.since ?? at };
  });
}

/** What a value is, in a word with its article. */
export function nounOf(value: Json): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "a text";
  return typeof value === "number" ? "a number" : "true or false";
}
