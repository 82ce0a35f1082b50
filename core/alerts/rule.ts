import * as v from "valibot";
import { isSegment, sourceOf } from "../keys/name";
import { pattern } from "../protocol/parts";
import { whole } from "../schema/whole";
import { condition } from "./condition";

/** The longest that a condition must hold before it fires, in milliseconds. */
export const LONGEST_FOR = 24 * 3_600_000;

const place = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What a rule and its state have in common. */
export const ruled = {
  name: v.pipe(v.string(), v.trim(), v.minLength(1, "Give it a name."), v.maxLength(80, "At most 80 characters.")),
  /** A key pattern within one source. Each key that matches is judged by itself. */
  key: v.pipe(
    pattern,
    v.check(
      (text) => /^[^*$]+\../.test(text),
      "A key or a pattern that begins with its source's short name, as a.b or a.*.",
    ),
  ),
  condition,
  /** Milliseconds that the condition must hold before it fires. */
  for: v.pipe(whole(), v.minValue(0), v.maxValue(LONGEST_FOR, "At most 24 hours.")),
  severity: v.picklist(["warning", "critical"]),
  /** The unit in which its numbers are written. */
  unit: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(24))),
  /** Where it is looked at: a board's id and a panel's on it. */
  panel: v.exactOptional(v.strictObject({ board: place, panel: place })),
};

export const alertRule = v.strictObject({
  /** A segment of a key's name. */
  id: v.pipe(v.string(), v.maxLength(36), v.check(isSegment, "not a segment of a name")),
  ...ruled,
});
export type AlertRule = v.InferOutput<typeof alertRule>;

/**
 * The key of a rule's state. It has the slug of the rule's source in it, so that who may read the source's keys may read
 * this one, and nobody else learns that there is a rule.
 */
export function alertKey({ id, key }: Pick<AlertRule, "id" | "key">): string {
  return `$alerts.${sourceOf(key)}.${id}`;
}
