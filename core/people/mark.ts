import * as z from "zod/mini";
import { time } from "../protocol/parts";
import { person } from "./person";

/** Characters of a mark's text at most: it is read on a chart. */
export const MAX_MARK_TEXT = 500;

/** Marks that a board holds at most. */
export const MAX_MARKS = 500;

/** A person's note at a time, or at the stretch up to `until`; `by` has the name of when it was written. `id` only grows. */
export const mark = z.object({
  id: z.number(),
  by: person,
  at: time,
  until: z.exactOptional(time),
  text: z.string(),
  edited: z.exactOptional(time),
});
export type Mark = z.infer<typeof mark>;

/** The value of `$marks.<board id>`: what is noted on a board's charts, in the order in which it was written. */
export const marks = z.array(mark);

const text = z
  .string()
  .check(z.maxLength(MAX_MARK_TEXT, `At most ${MAX_MARK_TEXT} characters.`), z.regex(/\S/, "Say something."));

const isForward = ({ at, until }: { at: number; until?: number }) => until === undefined || until > at;

/** What is appended to a board's marks: one, other words for one, or null in its place. */
export const toMarks = z.union([
  z.strictObject({ text, at: time, until: z.exactOptional(time) }).check(z.refine(isForward)),
  z.strictObject({ of: z.number(), text: z.nullable(text) }),
]);
