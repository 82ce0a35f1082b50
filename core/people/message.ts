import * as z from "zod/mini";
import { time } from "../protocol/parts";
import { person } from "./person";

/** Characters of a message at most. */
export const MAX_TEXT = 2_000;

/** Who said what: the part that rooms and inboxes share. `id` only grows. Names are those of when it was said. */
const said = { id: z.number(), by: person, at: time, text: z.string() };

export const message = z.object({
  ...said,
  /** Whom the text names, as `@` and their name. */
  mentions: z.exactOptional(z.array(person)),
  edited: z.exactOptional(time),
  /** An editor took the text away; its author's own removal leaves nothing. */
  removed: z.exactOptional(person),
});
export type Message = z.infer<typeof message>;

/** The value of `$rooms.<board id>`: what is said beside a board, oldest first. */
export const room = z.array(message);

/** The value of `$inbox.<user id>`: what was said to one person, who alone may read it; oldest first. */
export const inbox = z.array(
  z.object({
    ...said,
    /** The board in whose room it was said; without it, it was said to this person directly. */
    board: z.exactOptional(z.string()),
    seen: z.exactOptional(z.literal(true)),
  }),
);
export type InboxMessage = z.infer<typeof inbox>[number];

const text = z.string().check(z.maxLength(MAX_TEXT, "At most 2000 characters."), z.regex(/\S/, "Say something."));

/** What is appended to a room: a message, or other words for one, or null in its place. */
export const toRoom = z.union([z.strictObject({ text }), z.strictObject({ of: z.number(), text: z.nullable(text) })]);

/** What is appended to an inbox: words to that person; by its owner, the removal of one, or how far it has been read. */
export const toInbox = z.union([
  z.strictObject({ text }),
  z.strictObject({ of: z.number(), text: z.null() }),
  z.strictObject({ seen: z.number() }),
]);
