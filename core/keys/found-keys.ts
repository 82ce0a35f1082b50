import * as v from "valibot";
import { count, key, kind, pattern, time } from "../protocol/parts";
import { finite } from "../schema/finite";

/** Keys that one answer holds at most. */
export const MOST_FOUND = 1_000;

/** By name, by source and in it what changed last, or by the time of the last change; `-` turns it round. */
export const keySort = v.picklist(["name", "-name", "source", "-source", "changed", "-changed"]);
export type KeySort = v.InferOutput<typeof keySort>;

/** What is asked for: all of these words are in a key's name, label or unit, or its name matches, if it is a pattern. */
export interface KeyQuestion {
  readonly asked: string;
  readonly sort: KeySort;
  /** How many to leave out first. */
  readonly from: number;
  readonly count: number;
  /** Only keys that the asker follows. */
  readonly followed?: boolean;
}

/** A key as a list shows it. `value`: a plain value, or how much there is of a larger one. */
export const foundKey = v.object({
  key,
  kind,
  value: v.union([v.string(), finite(), v.boolean(), v.null()]),
  at: time,
  unit: v.nullable(v.string()),
  label: v.nullable(v.string()),
});
export type FoundKey = v.InferOutput<typeof foundKey>;

/** `total`: how many there are; `all`: how many keys, found or not; `sources`: of these, how many each source has. */
export const foundKeys = v.object({
  asked: v.string(),
  sort: keySort,
  /** What was asked for, where it is a pattern of many keys. */
  pattern: v.nullable(pattern),
  from: count,
  total: count,
  all: count,
  sources: v.array(v.strictTuple([v.string(), count])),
  /** What the asker follows, each with how many keys there are of it; null where that was not asked. */
  followed: v.nullable(v.array(v.strictTuple([pattern, count]))),
  keys: v.array(foundKey),
});
export type FoundKeys = v.InferOutput<typeof foundKeys>;
