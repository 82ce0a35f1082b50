import * as z from "zod/mini";
import { isSegment, sourceOf } from "../keys/name";
import { pattern } from "../protocol/parts";
import { condition } from "./condition";

/** The longest that a condition must hold before it fires, in milliseconds. */
export const LONGEST_FOR = 24 * 3_600_000;

const place = z.string().check(z.minLength(1), z.maxLength(64));

/** What a rule and its state have in common. */
export const ruled = {
  name: z.string().check(z.trim(), z.minLength(1, "Give it a name."), z.maxLength(80, "At most 80 characters.")),
  /** A key pattern within one source. Each key that matches is judged by itself. */
  key: pattern.check(
    z.refine(
      (text) => /^[^*$]+\../.test(text),
      "A key or a pattern that begins with its source's short name, as a.b or a.*.",
    ),
  ),
  condition,
  /** Milliseconds that the condition must hold before it fires. */
  for: z.int().check(z.minimum(0), z.maximum(LONGEST_FOR, "At most 24 hours.")),
  severity: z.enum(["warning", "critical"]),
  /** The unit in which its numbers are written. */
  unit: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(24))),
  /** Where it is looked at: a board's id and a panel's on it. */
  panel: z.exactOptional(z.strictObject({ board: place, panel: place })),
};

export const alertRule = z.strictObject({
  /** A segment of a key's name. */
  id: z.string().check(z.maxLength(36), z.refine(isSegment, "not a segment of a name")),
  ...ruled,
});
export type AlertRule = z.infer<typeof alertRule>;

/**
 * The key of a rule's state. It has the slug of the rule's source in it, so that who may read the source's keys may read
 * this one, and nobody else learns that there is a rule.
 */
export function alertKey({ id, key }: Pick<AlertRule, "id" | "key">): string {
  return `$alerts.${sourceOf(key)}.${id}`;
}
