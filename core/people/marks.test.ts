import { fc, test as property } from "@fast-check/vitest";
import * as v from "valibot";
import { expect, test } from "vitest";
import { can, mayRead, readableKeys } from "../access/access";
import type { WriteAnswer } from "../hub/writes";
import type { Json } from "../json";
import type { Principal } from "../live-object";
import { member, program, WriteDesk } from "../testing/write-desk";
import { type Mark, marks } from "./mark";
import { MESSAGES_A_MINUTE } from "./talk";

const [anna, ben, cem] = [member("anna"), member("ben", "viewer"), member("cem", "viewer")];
const people = [anna, ben, cem];
const KEY = "$marks.b1";

/** A workspace of three with one board; each note comes ten seconds after the one before. */
class Noted extends WriteDesk {
  #ids = 0;

  constructor() {
    super();
    const meta = { kind: "value" as const };
    const named = people.map(({ userId, name, role }) => ({ id: userId, name, role }));
    this.commit({
      writes: [
        { key: "$members", value: named, meta },
        { key: "$boards.b1", value: { slug: "one", title: "One" }, meta },
      ],
    });
  }

  note(data: Json, who: Principal = anna, key = KEY): WriteAnswer {
    this.time += 10_000;
    this.#ids += 1;
    return this.append({ id: String(this.#ids), key, data }, who);
  }

  get marks(): Mark[] {
    return v.parse(marks, this.value(KEY) ?? []);
  }
}

const refusal = (answer: WriteAnswer) => ("refused" in answer ? answer.refused.code : "done");

test("[PE21] a note is a row with who, when and what, at a time or a stretch", () => {
  const desk = new Noted();
  const { seq } = desk.store.cursor;
  expect(refusal(desk.note({ text: " deploy\r\n", at: 5 }))).toBe("done");
  expect(refusal(desk.note({ text: "outage", at: 7, until: 9 }, ben))).toBe("done");
  expect(desk.marks).toEqual([
    { id: (seq + 1) * 1_000, by: { id: "anna", name: "anna" }, at: 5, text: "deploy" },
    { id: (seq + 2) * 1_000, by: { id: "ben", name: "ben" }, at: 7, until: 9, text: "outage" },
  ]);
});

test("[PE21] what is no note, or of no board, is refused and changes nothing", () => {
  const desk = new Noted();
  const before = desk.storage.read();
  for (const data of [
    "deploy",
    { text: "deploy" },
    { text: " ", at: 5 },
    { text: "\u202e", at: 5 },
    { text: "x".repeat(501), at: 5 },
    { text: "deploy", at: "5" },
    { text: "deploy", at: 5, until: 5 },
    { text: "deploy", at: 5, by: "ben" },
  ]) {
    expect(refusal(desk.note(data))).toBe("bad_input");
  }
  expect(refusal(desk.note({ text: "deploy", at: 5 }, anna, "$marks.b2"))).toBe("not_found");
  expect(refusal(desk.note({ text: "deploy", at: 5 }, anna, "$marks"))).toBe("not_found");
  expect(refusal(desk.note({ of: 1, text: "deploy" }))).toBe("not_found");
  expect(refusal(desk.set({ key: KEY, value: [] }, anna))).toBe("wrong_kind");
  expect(desk.storage.read()).toEqual(before);
});

test("[PE21] the newest five hundred stay, and fewer where they would be more than a key holds", () => {
  const desk = new Noted();
  for (let i = 0; i < 503; i++) desk.note({ text: String(i), at: i });
  expect(desk.marks.map(({ at }) => at)).toEqual(Array.from({ length: 500 }, (_, i) => i + 3));
  desk.limits.valueBytes = 2_000;
  desk.note({ text: "x".repeat(300), at: 1 });
  expect(JSON.stringify(desk.marks).length).toBeLessThanOrEqual(2_000);
  expect(desk.marks.at(-1)?.text).toHaveLength(300);
});

test("[PE22] its author rewords it, its author and an editor remove it, and nobody else does", () => {
  const desk = new Noted();
  for (const text of ["one", "two"]) desk.note({ text, at: 5 }, ben);
  const [one, two] = desk.marks.map(({ id }) => id);
  expect(refusal(desk.note({ of: one ?? 0, text: "ONE" }, cem))).toBe("forbidden");
  expect(refusal(desk.note({ of: one ?? 0, text: null }, cem))).toBe("forbidden");
  expect(refusal(desk.note({ of: one ?? 0, text: "ONE" }, anna))).toBe("forbidden");
  expect(refusal(desk.note({ of: one ?? 0, text: "ONE" }, ben))).toBe("done");
  expect(desk.marks[0]).toMatchObject({ id: one, text: "ONE", at: 5, edited: desk.time });
  const { cursor } = desk.store;
  expect(refusal(desk.note({ of: one ?? 0, text: "ONE " }, ben))).toBe("done");
  expect(desk.store.cursor).toEqual(cursor);
  expect(refusal(desk.note({ of: one ?? 0, text: null }, ben))).toBe("done");
  expect(refusal(desk.note({ of: two ?? 0, text: null }, anna))).toBe("done");
  expect(desk.marks).toEqual([]);
});

test("[PE23] programs and visitors read and write nothing of it", () => {
  const desk = new Noted();
  const visitor = { kind: "visitor", address: "a" } as const;
  for (const who of [program("k1"), visitor]) {
    expect(refusal(desk.note({ text: "deploy", at: 5 }, who))).toBe("not_found");
    expect(mayRead(readableKeys(who, ["*", KEY]), KEY)).toBe(false);
  }
  expect(mayRead(readableKeys(cem, [KEY]), KEY)).toBe(true);
});

test("[PE23] notes count among the messages of a minute", () => {
  const desk = new Noted();
  const append = (key: string, data: Json, i: number) => desk.append({ id: `r${i}`, key, data }, ben);
  for (let i = 0; i < MESSAGES_A_MINUTE; i++) {
    const [key, data] = i % 2 ? [KEY, { text: "a", at: 5 }] : ["$rooms.b1", { text: "a" }];
    expect(refusal(append(key, data, i))).toBe("done");
  }
  expect(refusal(append(KEY, { text: "a", at: 5 }, 99))).toBe("rate_limited");
});

const words = fc.constantFrom("deploy", " ", "\u202e", "x".repeat(200));
const who = fc.nat(people.length - 1);
const at = fc.nat(5);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text: words, at, who }) },
  { weight: 2, arbitrary: fc.record({ text: words, at, until: at, who }) },
  { weight: 3, arbitrary: fc.record({ nth: fc.nat(6), text: fc.option(words), who }) },
);

property.prop([fc.array(step, { maxLength: 40 })], { numRuns: 100 })(
  "[PE21] [PE22] whatever is noted, reworded and removed: ids only grow, each text can be seen, only who may has changed it",
  (steps) => {
    const desk = new Noted();
    desk.limits.valueBytes = 1_500;
    for (const { who, ...now } of steps) {
      const before = desk.marks;
      const by = people[who] ?? anna;
      const of = "nth" in now ? (before.at(-1 - now.nth)?.id ?? 1) : 0;
      const answer = desk.note("nth" in now ? { of, text: now.text } : now, by);
      const after = desk.marks;
      if ("refused" in answer) expect(after).toEqual(before);
      expect(JSON.stringify(after).length).toBeLessThanOrEqual(1_500);
      expect(after.map(({ id }) => id)).toEqual([...new Set(after.map(({ id }) => id))].sort((a, b) => a - b));
      for (const { text, at, until } of after)
        expect([text.trim() !== "", (until ?? at + 1) > at]).toEqual([true, true]);
      const theirs = before.filter((mark) => mark.by.id !== by.userId);
      const isKept = theirs.every((mark) => after.some((one) => one.id === mark.id && one.text === mark.text));
      // What others noted goes by an editor's hand, or where there is no room for it.
      if ("refused" in answer || ("nth" in now && !can(by, "room.moderate"))) expect(isKept).toBe(true);
    }
  },
);
