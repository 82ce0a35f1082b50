import type * as v from "valibot";
import { type Part, type Refused, refused } from "../hub/decide-write";
import { readAs } from "../schema/read-as";
import { cleanText } from "./clean-text";
import type { Desk } from "./desk";
import { type InboxMessage, inbox, type Message, type toInbox } from "./message";
import { newest } from "./newest";

/** What something appended to a person's inbox comes to. Others put a message in; only its owner takes one out, or has seen it. */
export function inInbox(owner: string, data: v.InferOutput<typeof toInbox>, desk: Desk): Part[] | Refused {
  const messages = inboxOf(owner, desk);
  if (!("of" in data) && "text" in data) {
    const text = cleanText(data.text);
    if (text === "") return refused("bad_input", "Say something.");
    return [put(owner, [...messages, { id: desk.id, by: desk.by, at: desk.now, text }], desk)];
  }
  // Said alike whatever the inbox holds.
  if (owner !== desk.by.id) return refused("forbidden", "An inbox is its owner's to keep.");
  if ("seen" in data) {
    const seen = messages.map((one) => (one.id <= data.seen ? { ...one, seen: true as const } : one));
    return [put(owner, seen, desk)];
  }
  if (!messages.some(({ id }) => id === data.of)) return refused("not_found", "This message is gone.");
  return [
    put(
      owner,
      messages.filter(({ id }) => id !== data.of),
      desk,
    ),
  ];
}

/** What a message of a room does to the inboxes of those whom it names: null stands for before it was said, and for gone. */
export function named(board: string, before: Message | null, after: Message | null, desk: Desk): Part[] {
  const was = new Set((before?.mentions ?? []).map(({ id }) => id));
  const is = new Set((after?.mentions ?? []).map(({ id }) => id));
  return [...new Set([...was, ...is])].flatMap((person) => {
    const messages = inboxOf(person, desk);
    const copy = messages.find(({ id }) => id === (after ?? before)?.id);
    // Who took it out of their inbox does not find it there again.
    if (was.has(person) && !copy) return [];
    const others = messages.filter((one) => one !== copy);
    if (!after || !is.has(person)) return [put(person, others, desk)];
    const { id, by, at, text } = after;
    const next: InboxMessage = { ...copy, id, by, at, text, board };
    return [
      put(
        person,
        [...others, next].toSorted((a, b) => a.id - b.id),
        desk,
      ),
    ];
  });
}

function inboxOf(person: string, desk: Desk): InboxMessage[] {
  return readAs(inbox, desk.held(`$inbox.${person}`)) ?? [];
}

function put(person: string, messages: readonly InboxMessage[], { valueBytes }: Desk): Part {
  return { write: { key: `$inbox.${person}`, value: newest(messages, valueBytes), meta: { kind: "value" } } };
}
