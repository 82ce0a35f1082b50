import * as z from "zod/mini";
import { count, key, kind, pattern, time } from "../protocol/parts";

/** Keys that one answer holds at most. */
export const MOST_FOUND = 1_000;

/** By name, by source and in it what changed last, or by the time of the last change; `-` turns it round. */
export const keySort = z.enum(["name", "-name", "source", "-source", "changed", "-changed"]);
export type KeySort = z.infer<typeof keySort>;

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
export const foundKey = z.object({
  key,
  kind,
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  at: time,
  unit: z.nullable(z.string()),
  label: z.nullable(z.string()),
});
export type FoundKey = z.infer<typeof foundKey>;

/** `total`: how many there are; `all`: how many keys, found or not; `sources`: of these, how many each source has. */
export const foundKeys = z.object({
  asked: z.string(),
  sort: keySort,
  /** What was asked for, where it is a pattern of many keys. */
  pattern: z.nullable(pattern),
  from: count,
  total: count,
  all: count,
  sources: z.array(z.tuple([z.string(), count])),
  /** What the asker follows, each with how many keys there are of it; null where that was not asked. */
  followed: z.nullable(z.array(z.tuple([pattern, count]))),
  keys: z.array(foundKey),
});
export type FoundKeys = z.infer<typeof foundKeys>;
