import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { WriteAnswer } from "../hub/writes";
import type { Json } from "../json";
import type { Principal } from "../live-object";
import { member, program, WriteDesk } from "../testing/write-desk";
import { type InboxMessage, inbox, type Message, room } from "./message";
import { MESSAGES_A_MINUTE } from "./talk";

const [anna, ben, cem] = [member("anna"), member("ben", "viewer"), member("cem", "viewer")];

/** A workspace of three with one board. */
class Board extends WriteDesk {
  #says = 0;

  constructor() {
    super();
    const people = [anna, ben, cem].map(({ userId, name, role }) => ({ id: userId, name, role }));
    const meta = { kind: "value" as const };
    const board = { slug: "one", title: "One", version: 1 };
    this.commit({
      writes: [
        { key: "$members", value: people, meta },
        { key: "$boards.b1", value: board, meta },
      ],
    });
  }

  say(data: Json, who: Principal = anna, key = "$rooms.b1"): WriteAnswer {
    this.#says += 1;
    return this.append({ id: String(this.#says), key, data }, who);
  }

  /** Says something, and the message's id. */
  id(text: string, who: Principal = anna): number {
    expect(this.say({ text }, who)).toHaveProperty("done");
    return this.room.at(-1)?.id ?? 0;
  }

  get room(): Message[] {
    return v.parse(room, this.value("$rooms.b1") ?? []);
  }

  inbox(who: string): InboxMessage[] {
    return v.parse(inbox, this.value(`$inbox.${who}`) ?? []);
  }
}

const refusal = (answer: WriteAnswer) => ("refused" in answer ? answer.refused.code : "done");

describe("rooms", () => {
  test("[PE4] what is said is a row with who, when and the commit's id; any member may say something", () => {
    const desk = new Board();
    const { seq } = desk.store.cursor;
    desk.say({ text: " hello\r\n" });
    desk.time += 5;
    const answer = desk.say({ text: "hi" }, ben);
    expect(desk.room).toEqual([
      { id: (seq + 1) * 1_000, by: { id: "anna", name: "anna" }, at: 1_000_000, text: "hello" },
      { id: (seq + 2) * 1_000, by: { id: "ben", name: "ben" }, at: 1_000_005, text: "hi" },
    ]);
    expect(answer).toEqual({ done: { cursor: { epoch: "abcdefgh", seq: seq + 2 }, rev: seq + 2 } });
  });

  test("[PE4] a room is there with its board, for members", () => {
    const desk = new Board();
    const before = desk.storage.read();
    expect(refusal(desk.say({ text: "hello" }, anna, "$rooms.b2"))).toBe("not_found");
    expect(refusal(desk.say({ text: "hello" }, anna, "$rooms"))).toBe("not_found");
    expect(refusal(desk.say({ text: "hello" }, program("k1")))).toBe("not_found");
    expect(refusal(desk.say({ text: "hello" }, { kind: "visitor", address: "a" }))).toBe("not_found");
    expect(refusal(desk.set({ key: "$rooms.b1", value: [] }))).toBe("wrong_kind");
    for (const data of ["hello", null, { text: " " }, { text: "x".repeat(2_001) }, { text: "a", by: "ben" }, {}]) {
      expect(refusal(desk.say(data))).toBe("bad_input");
    }
    expect(refusal(desk.say({ text: "\u202e" }))).toBe("bad_input");
    for (const key of ["$presence.b1", "$members", "$boards.b1"]) {
      expect(refusal(desk.say({ text: "hello" }, anna, key))).toBe("read_only");
    }
    expect(desk.storage.read()).toEqual(before);
  });

  test("[PE4] the newest hundred stay, and fewer where they would be more than a key holds", () => {
    const desk = new Board();
    for (let i = 0; i < 103; i++) {
      desk.time += 10_000;
      desk.say({ text: String(i) });
    }
    expect(desk.room.map(({ text }) => text)).toEqual(Array.from({ length: 100 }, (_, i) => String(i + 3)));
    desk.limits.valueBytes = 1_000;
    desk.time += 10_000;
    desk.say({ text: "x".repeat(300) });
    expect(JSON.stringify(desk.room).length).toBeLessThan(1_000);
    expect(desk.room.at(-1)?.text).toHaveLength(300);
    expect(desk.room.length).toBeGreaterThan(5);
  });

  test("[PE5] a message is its author's to change and to take back, an editor's to remove, in words that stay", () => {
    const desk = new Board();
    const [one, two, three] = [desk.id("one", ben), desk.id("two", ben), desk.id("three", anna)];
    desk.time += 7;
    expect(refusal(desk.say({ of: one, text: "ONE" }, cem))).toBe("forbidden");
    expect(refusal(desk.say({ of: one, text: "ONE" }, anna))).toBe("forbidden");
    expect(refusal(desk.say({ of: three, text: null }, ben))).toBe("forbidden");
    expect(refusal(desk.say({ of: one, text: "ONE" }, ben))).toBe("done");
    expect(refusal(desk.say({ of: two, text: null }, anna))).toBe("done");
    expect(refusal(desk.say({ of: two, text: "again" }, ben))).toBe("forbidden");
    expect(refusal(desk.say({ of: two, text: null }, ben))).toBe("forbidden");
    expect(desk.room).toMatchObject([
      { id: one, text: "ONE", edited: 1_000_007, at: 1_000_000 },
      { id: two, text: "", removed: { id: "anna" } },
      { id: three, text: "three" },
    ]);
    expect(refusal(desk.say({ of: one, text: null }, ben))).toBe("done");
    expect(refusal(desk.say({ of: one, text: null }, ben))).toBe("not_found");
    expect(desk.room.map(({ id }) => id)).toEqual([two, three]);
  });

  test("[PE5] the same words are no change", () => {
    const desk = new Board();
    const one = desk.id("one");
    const { cursor } = desk.store;
    desk.time += 5;
    expect(refusal(desk.say({ of: one, text: "one " }))).toBe("done");
    expect([desk.store.cursor, desk.room[0]?.edited]).toEqual([cursor, undefined]);
  });
});

describe("mentions", () => {
  test("[PE7] who is named finds it in their inbox, in the same commit", () => {
    const desk = new Board();
    const { seq } = desk.store.cursor;
    const id = desk.id("@Ben and @CEM: look", anna);
    expect(desk.store.cursor.seq).toBe(seq + 1);
    expect(desk.room[0]?.mentions).toEqual([
      { id: "ben", name: "ben" },
      { id: "cem", name: "cem" },
    ]);
    const row = { id, by: { id: "anna", name: "anna" }, at: 1_000_000, text: "@Ben and @CEM: look", board: "b1" };
    for (const who of ["ben", "cem"]) expect(desk.inbox(who)).toEqual([row]);
    expect(["ben", "cem"].map((who) => desk.store.get(`$inbox.${who}`)?.rev)).toEqual([seq + 1, seq + 1]);
  });

  test("[PE7] all of it or nothing: where the storage refuses, nobody finds anything, and said again it is there once", () => {
    const desk = new Board();
    desk.storage.failNext = true;
    expect(refusal(desk.append({ id: "1", key: "$rooms.b1", data: { text: "@ben" } }, anna))).toBe("unavailable");
    expect([desk.room, desk.inbox("ben")]).toEqual([[], []]);
    for (let i = 0; i < 3; i++) desk.append({ id: "1", key: "$rooms.b1", data: { text: "@ben" } }, anna);
    expect([desk.room.length, desk.inbox("ben").length]).toEqual([1, 1]);
    desk.restart();
    expect(refusal(desk.append({ id: "1", key: "$rooms.b1", data: { text: "@ben" } }, anna))).toBe("done");
    expect([desk.room.length, desk.inbox("ben").length]).toEqual([1, 1]);
  });

  test("[PE7] inboxes follow the room: other words, other names, and what is removed", () => {
    const desk = new Board();
    const one = desk.id("@ben one", anna);
    desk.id("@ben two", anna);
    desk.say({ of: one, text: "@cem one" });
    expect(desk.inbox("ben").map(({ text }) => text)).toEqual(["@ben two"]);
    expect(desk.inbox("cem")).toMatchObject([{ id: one, text: "@cem one" }]);
    desk.say({ of: one, text: "@ben and @cem" });
    expect(desk.inbox("ben").map(({ text }) => text)).toEqual(["@ben and @cem", "@ben two"]);
    desk.say({ seen: one }, ben, "$inbox.ben");
    desk.say({ of: one, text: "@ben, @cem" });
    expect(desk.inbox("ben")).toMatchObject([{ text: "@ben, @cem", seen: true }, { text: "@ben two" }]);
    desk.say({ of: one, text: null }, ben, "$inbox.ben");
    desk.say({ of: one, text: "@ben @cem" });
    expect(desk.inbox("ben").map(({ text }) => text)).toEqual(["@ben two"]);
    desk.say({ of: one, text: null });
    expect(desk.inbox("cem")).toEqual([]);
  });

  test("[PE7] what an editor removes is gone from the inboxes as well", () => {
    const desk = new Board();
    const id = desk.id("@cem!", ben);
    desk.say({ of: id, text: null }, anna);
    expect([desk.inbox("cem"), desk.room[0]?.mentions]).toEqual([[], undefined]);
  });

  test("[PE7] at most twenty people are named by one message", () => {
    const desk = new Board();
    const many = Array.from({ length: 21 }, (_, i) => ({ id: `p${i}`, name: `p${i}`, role: "viewer" }));
    desk.commit({ writes: [{ key: "$members", value: many, meta: { kind: "value" } }] });
    const names = many.map(({ name }) => `@${name}`);
    expect(refusal(desk.say({ text: names.join(" ") }))).toBe("bad_input");
    expect(refusal(desk.say({ text: names.slice(1).join(" ") }))).toBe("done");
  });
});

describe("inboxes", () => {
  test("[PE8] any member puts a message in; its owner alone takes one out, or says how far it is read", () => {
    const desk = new Board();
    const { seq } = desk.store.cursor;
    expect(desk.say({ text: "hello" }, ben, "$inbox.cem")).toMatchObject({ done: { rev: seq + 1 } });
    desk.say({ text: "again" }, anna, "$inbox.cem");
    const [one, two] = desk.inbox("cem").map(({ id }) => id);
    for (const data of [{ of: one ?? 0, text: null }, { of: 1, text: null }, { seen: 1 }]) {
      expect(refusal(desk.say(data, ben, "$inbox.cem"))).toBe("forbidden");
    }
    expect(refusal(desk.say({ seen: one ?? 0 }, cem, "$inbox.cem"))).toBe("done");
    expect(desk.inbox("cem")).toMatchObject([
      { id: one, seen: true },
      { id: two, by: { id: "anna" } },
    ]);
    expect(desk.inbox("cem")[1]).not.toHaveProperty("seen");
    expect(refusal(desk.say({ of: one ?? 0, text: null }, cem, "$inbox.cem"))).toBe("done");
    expect(refusal(desk.say({ of: one ?? 0, text: null }, cem, "$inbox.cem"))).toBe("not_found");
    expect(desk.inbox("cem").map(({ id }) => id)).toEqual([two]);
  });

  test("[PE8] members alone have one, and only members write to it", () => {
    const desk = new Board();
    expect(refusal(desk.say({ text: "hello" }, anna, "$inbox.nobody"))).toBe("not_found");
    expect(refusal(desk.say({ text: "hello" }, program("k1"), "$inbox.cem"))).toBe("not_found");
    expect(refusal(desk.set({ key: "$inbox.anna", value: [] }, anna))).toBe("wrong_kind");
    expect(refusal(desk.set({ key: "$inbox.ben", value: [] }, anna))).toBe("wrong_kind");
  });
});

describe("rates", () => {
  test("[PE9] ten messages a minute, in all rooms and inboxes together; the eleventh is told when to come back", () => {
    const desk = new Board();
    desk.time = 60_000 * 100 + 10_000;
    for (let i = 0; i < MESSAGES_A_MINUTE; i++) {
      expect(refusal(desk.say({ text: "hello" }, ben, i % 2 === 0 ? "$rooms.b1" : "$inbox.cem"))).toBe("done");
    }
    const again = { id: "x", key: "$rooms.b1", data: { text: "more" } };
    expect(desk.append(again, ben)).toMatchObject({ refused: { code: "rate_limited" }, after: 50_000 });
    expect(refusal(desk.say({ text: "hello" }, cem))).toBe("done");
    expect(refusal(desk.say({ of: desk.room[0]?.id ?? 0, text: null }, ben))).toBe("done");
    desk.time += 50_000;
    expect(refusal(desk.append(again, ben))).toBe("done");
    expect(refusal(desk.append(again, ben))).toBe("done");
    expect(desk.room.filter(({ text }) => text === "more")).toHaveLength(1);
  });

  test("[PE9] what is said again under its id counts once, and so does what is refused not at all", () => {
    const desk = new Board();
    for (let i = 0; i < 30; i++) desk.append({ id: "1", key: "$rooms.b1", data: { text: "hello" } }, ben);
    for (let i = 0; i < 30; i++) desk.say({ text: " " }, ben);
    expect(refusal(desk.say({ text: "more" }, ben))).toBe("done");
  });
});

describe("what one follows", () => {
  test("[PE10] is a list of keys and patterns that its owner sets, and nobody else knows of", () => {
    const desk = new Board();
    const mine = "$followed.anna";
    expect(refusal(desk.set({ key: mine, value: ["node.*"] }, anna))).toBe("done");
    const { rev } = desk.store.get(mine) ?? { rev: 0 };
    const patch = [{ op: "add", path: "/-", value: "todo.a" }];
    expect(refusal(desk.set({ key: mine, patch, ifRev: rev }, anna))).toBe("done");
    expect(desk.set({ id: "2", key: mine, patch, ifRev: rev }, member("anna", "viewer"))).toMatchObject({
      refused: { code: "conflict" },
    });
    expect(desk.value(mine)).toEqual(["node.*", "todo.a"]);
    for (const value of [["a..b"], "node.*", Array.from({ length: 101 }, () => "a"), [1]]) {
      expect(refusal(desk.set({ key: mine, value }, anna))).toBe("bad_input");
    }
    expect(refusal(desk.say(["a"], anna, mine))).toBe("wrong_kind");
    for (const who of [ben, program("k1"), member("ben", "owner")]) {
      expect(refusal(desk.set({ key: mine, value: [] }, who))).toBe("not_found");
    }
  });
});
