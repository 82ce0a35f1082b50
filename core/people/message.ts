import * as v from "valibot";
import { time } from "../protocol/parts";
import { finite } from "../schema/finite";
import { person } from "./person";

/** Characters of a message at most. */
export const MAX_TEXT = 2_000;

/** Who said what: the part that rooms and inboxes share. `id` only grows. Names are those of when it was said. */
const said = { id: finite(), by: person, at: time, text: v.string() };

export const message = v.object({
  ...said,
  /** Whom the text names, as `@` and their name. */
  mentions: v.exactOptional(v.array(person)),
  edited: v.exactOptional(time),
  /** An editor took the text away; its author's own removal leaves nothing. */
  removed: v.exactOptional(person),
});
export type Message = v.InferOutput<typeof message>;

/** The value of `$rooms.<board id>`: what is said beside a board, oldest first. */
export const room = v.array(message);

/** The value of `$inbox.<user id>`: what was said to one person, who alone may read it; oldest first. */
export const inbox = v.array(
  v.object({
    ...said,
    /** The board in whose room it was said; without it, it was said to this person directly. */
    board: v.exactOptional(v.string()),
    seen: v.exactOptional(v.literal(true)),
  }),
);
export type InboxMessage = v.InferOutput<typeof inbox>[number];

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT, "At most 2000 characters."), v.regex(/\S/, "Say something."));

/** What is appended to a room: a message, or other words for one, or null in its place. */
export const toRoom = v.union([v.strictObject({ text }), v.strictObject({ of: finite(), text: v.nullable(text) })]);

/** What is appended to an inbox: words to that person; by its owner, the removal of one, or how far it has been read. */
export const toInbox = v.union([
  v.strictObject({ text }),
  v.strictObject({ of: finite(), text: v.null() }),
  v.strictObject({ seen: finite() }),
]);
