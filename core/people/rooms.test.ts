import { fc, test as property } from "@fast-check/vitest";
import * as v from "valibot";
import { expect, vi } from "vitest";
import type { Json } from "../json";
import { member, WriteDesk } from "../testing/write-desk";
import { inbox, type Message, room } from "./message";

vi.setConfig({ testTimeout: 60_000 });
const people = [member("anna"), member("ben", "viewer"), member("cem", "viewer")];
const who = fc.nat(people.length - 1);
const words = fc.array(fc.constantFrom("@anna", "@BEN", "@cem", "hello", "\u202e", "x".repeat(80)), {
  minLength: 1,
  maxLength: 3,
});
const nth = fc.nat(9);

/** One thing that happens. `nth`: of the messages in the room or the inbox, from the newest. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("say" as const), who, words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("change" as const), who, nth, words }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), who, nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("direct" as const), who, to: who, words }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("seen" as const), who, nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("dismiss" as const), who, nth }) },
  fc.record({ do: fc.constant("again" as const) }),
  fc.record({ do: fc.constant("refuse" as const) }),
  fc.record({ do: fc.constant("restart" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A desk with one board and few bytes for a value, what was said at it, and what was taken out of inboxes. */
class Talked {
  readonly desk = new WriteDesk();
  readonly dismissed = new Set<string>();
  #last: (() => void) | null = null;
  #ids = 0;

  constructor() {
    const members = people.map(({ userId: id, name, role }) => ({ id, name, role }));
    const meta = { kind: "value" as const };
    const board = { slug: "b", title: "B", version: 1 };
    this.desk.commit({
      writes: [
        { key: "$members", value: members, meta },
        { key: "$boards.b", value: board, meta },
      ],
    });
    this.desk.limits.valueBytes = 1_500;
  }

  get room(): Message[] {
    return v.parse(room, this.desk.value("$rooms.b") ?? []);
  }

  inbox(id: string) {
    return v.parse(inbox, this.desk.value(`$inbox.${id}`) ?? []);
  }

  do(now: Step): void {
    this.desk.time += 7_000;
    if (now.do === "restart") this.desk.restart();
    else if (now.do === "refuse") this.desk.storage.failNext = true;
    else if (now.do === "again") this.#last?.();
    else this.#say(now);
  }

  #say(now: Exclude<Step, { do: "restart" | "refuse" | "again" }>): void {
    const by = people[now.who] ?? people[0];
    const own = `$inbox.${by?.userId}`;
    const inRoom = "nth" in now ? (this.room.at(-1 - now.nth)?.id ?? 1) : 0;
    const inOwn = "nth" in now ? (this.inbox(by?.userId ?? "").at(-1 - now.nth)?.id ?? 1) : 0;
    const text = "words" in now ? now.words.join(" ") : "";
    const [key, data]: [string, Json] = {
      say: ["$rooms.b", { text }] as [string, Json],
      change: ["$rooms.b", { of: inRoom, text }] as [string, Json],
      remove: ["$rooms.b", { of: inRoom, text: null }] as [string, Json],
      direct: [`$inbox.${people["to" in now ? now.to : 0]?.userId}`, { text }] as [string, Json],
      seen: [own, { seen: inOwn }] as [string, Json],
      dismiss: [own, { of: inOwn, text: null }] as [string, Json],
    }[now.do];
    const id = String(++this.#ids);
    const say = () => this.desk.append({ id, key, data }, by);
    const answer = say();
    if (now.do === "dismiss" && "done" in answer) this.dismissed.add(`${by?.userId} ${inOwn}`);
    this.#last = "done" in answer ? say : null;
  }
}

property.prop([fc.array(step, { minLength: 1, maxLength: 60, size: "max" })], { numRuns: 60 })(
  "[PE4] [PE5] [PE7] [PE8] whatever is said, changed, removed, repeated and refused: rooms and inboxes agree, and only grow",
  (steps) => {
    const talked = new Talked();
    for (const now of steps) {
      const { cursor } = talked.desk.store;
      talked.do(now);
      const { room: messages, desk } = talked;
      expect(desk.store.cursor.seq - cursor.seq).toBeLessThanOrEqual(1);
      if (now.do === "again") expect(desk.store.cursor).toEqual(cursor);
      const ids = messages.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      for (const { text, removed } of messages) expect(text === "").toBe(removed !== undefined);
      for (const { userId } of people) checkInbox(talked, userId, messages);
    }
  },
);

/** Of each message that is in the room: a copy, as it reads now, with whom it names, unless they took it out; and no other. */
function checkInbox(talked: Talked, who: string, messages: readonly Message[]): void {
  const rows = talked.inbox(who);
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(JSON.stringify(rows).length).toBeLessThanOrEqual(1_500);
  const oldest = messages[0]?.id ?? Number.POSITIVE_INFINITY;
  const there = new Set(messages.map(({ id }) => id));
  for (const { id, board } of rows) if (board !== undefined && id >= oldest) expect(there).toContain(id);
  for (const { id, text, mentions = [], by, at } of messages) {
    const isNamed = mentions.some((one) => one.id === who);
    const copy = rows.find((row) => row.id === id && row.board === "b");
    const wasTakenOut = talked.dismissed.has(`${who} ${id}`);
    // Named anew, it is there anew.
    if (!isNamed) talked.dismissed.delete(`${who} ${id}`);
    if (copy) expect([isNamed, wasTakenOut, copy]).toMatchObject([true, false, { id, text, by, at }]);
    // What an inbox had no room for any more is older than all that it holds.
    else if (isNamed && !wasTakenOut) expect(id).toBeLessThan(ids[0] ?? Infinity);
  }
}
