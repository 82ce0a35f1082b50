import type * as v from "valibot";
import { type Part, type Refused, refused } from "../hub/decide-write";
import { readAs } from "../schema/read-as";
import { cleanText } from "./clean-text";
import type { Desk } from "./desk";
import { named } from "./in-inbox";
import { mentioned } from "./mentioned";
import { type Message, room, type toRoom } from "./message";
import { newest } from "./newest";

/** People that one message may name: each of them costs a written row. */
export const MAX_MENTIONS = 20;

/** What something said in a room comes to: the room as it is then, and the inboxes of those whom it names. */
export function inRoom(board: string, data: v.InferOutput<typeof toRoom>, desk: Desk): Part[] | Refused {
  const messages = readAs(room, desk.held(`$rooms.${board}`)) ?? [];
  const before = "of" in data ? messages.find(({ id }) => id === data.of) : undefined;
  if ("of" in data && before === undefined)
    return refused("not_found", "This message is gone, or is no longer kept here.");
  const after = before ? changed(before, data.text, desk) : said(data.text ?? "", desk);
  if (after !== null && "refused" in after) return after;
  if ((after?.mentions?.length ?? 0) > MAX_MENTIONS) {
    return refused("bad_input", `A message may name ${MAX_MENTIONS} people.`);
  }
  const next = before
    ? messages.flatMap((one) => (one === before ? (after ?? []) : one))
    : newest([...messages, ...(after ? [after] : [])], desk.valueBytes);
  const write = { key: `$rooms.${board}`, value: next, meta: { kind: "value" as const } };
  const told = { board, id: (before ?? after)?.id ?? 0, message: after };
  return [{ write, told }, ...named(board, before ?? null, after, desk)];
}

function said(text: string, { by, id, members, now }: Desk): Message | Refused {
  return withText({ id, by, at: now, text: "" }, text, members);
}

/** The message in other words, or in the state in which its removal leaves it: null, where its author removes it. */
function changed(message: Message, text: string | null, desk: Desk): Message | Refused | null {
  if (message.removed) return refused("forbidden", "An editor has removed this message.");
  const isOwn = message.by.id === desk.by.id;
  if (text === null && isOwn) return null;
  if (text === null && desk.moderates) {
    const { id, by, at } = message;
    return { id, by, at, text: "", removed: desk.by };
  }
  if (text === null || !isOwn) return refused("forbidden", "A message is its author's to change.");
  const next = withText(message, text, desk.members);
  return "refused" in next || next.text === message.text ? next : { ...next, edited: desk.now };
}

function withText(message: Message, text: string, members: Desk["members"]): Message | Refused {
  const clean = cleanText(text);
  if (clean === "") return refused("bad_input", "Say something.");
  const mentions = mentioned(clean, members);
  const { id, by, at, edited } = message;
  const again = edited === undefined ? {} : { edited };
  return { id, by, at, text: clean, ...again, ...(mentions.length > 0 ? { mentions } : {}) };
}
