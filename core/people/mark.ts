import * as v from "valibot";
import { time } from "../protocol/parts";
import { finite } from "../schema/finite";
import { person } from "./person";

/** Characters of a mark's text at most: it is read on a chart. */
export const MAX_MARK_TEXT = 500;

/** Marks that a board holds at most. */
export const MAX_MARKS = 500;

/** A person's note at a time, or at the stretch up to `until`; `by` has the name of when it was written. `id` only grows. */
export const mark = v.object({
  id: finite(),
  by: person,
  at: time,
  until: v.exactOptional(time),
  text: v.string(),
  edited: v.exactOptional(time),
});
export type Mark = v.InferOutput<typeof mark>;

/** The value of `$marks.<board id>`: what is noted on a board's charts, in the order in which it was written. */
export const marks = v.array(mark);

const text = v.pipe(
  v.string(),
  v.maxLength(MAX_MARK_TEXT, `At most ${MAX_MARK_TEXT} characters.`),
  v.regex(/\S/, "Say something."),
);

/** What is appended to a board's marks: one, other words for one, or null in its place. */
export const toMarks = v.union([
  v.pipe(
    v.strictObject({ text, at: time, until: v.exactOptional(time) }),
    v.check(({ at, until }) => until === undefined || until > at),
  ),
  v.strictObject({ of: finite(), text: v.nullable(text) }),
]);
