import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Json } from "../json";
import { member, WriteDesk } from "../testing/write-desk";
import type { WriteAnswer } from "./writes";

const done = (seq: number, rev = seq) => ({ done: { cursor: { epoch: "abcdefgh", seq }, rev } });
const state = (desk: WriteDesk) =>
  JSON.stringify([desk.store.cursor, [...desk.store.keys()].sort().map((key) => [key, desk.store.get(key)])]);

describe("a write that is sent again", () => {
  test("[W11] is answered as before and changes nothing, also after a restart and after others wrote", () => {
    const desk = new WriteDesk();
    expect(desk.set({ id: "a", value: 1, ifRev: 0 })).toEqual(done(1));
    expect(desk.append({ id: "b", data: "hello" })).toEqual(done(2));
    desk.set({ id: "c", value: 2 }, member("bob"));
    const [before, rows] = [state(desk), desk.storage.rowsWritten];
    for (const _ of [1, 2]) {
      expect(desk.set({ id: "a", value: 1, ifRev: 0 })).toEqual(done(1));
      expect(desk.append({ id: "b", data: "hello" })).toEqual(done(2));
      expect(state(desk)).toBe(before);
      expect(desk.storage.rowsWritten).toBe(rows);
      desk.restart();
    }
  });

  test("[W11] so is one that changed nothing because the key held that value already", () => {
    const desk = new WriteDesk();
    desk.set({ id: "a", value: 1 });
    desk.set({ id: "x", key: "todo.other", value: 1 });
    expect(desk.set({ id: "b", value: 1 })).toEqual(done(2, 1));
    desk.set({ id: "c", value: 2 }, member("bob"));
    desk.restart();
    expect(desk.set({ id: "b", value: 1 })).toEqual(done(2, 1));
    expect(desk.value("todo.a")).toBe(2);
  });

  test("[W12] is another write with other content, or from somebody else", () => {
    const desk = new WriteDesk();
    expect(desk.append({ id: "1", data: "one" })).toEqual(done(1));
    expect(desk.append({ id: "1", data: "two" })).toEqual(done(2));
    expect(desk.append({ id: "1", data: "one" }, member("bob"))).toEqual(done(3));
    expect(desk.append({ id: "1", data: "one" })).toEqual(done(1));
    expect(desk.value("todo.log")).toMatchObject([{ data: "one" }, { data: "two" }, { data: "one" }]);
  });

  test("[W13] that was refused is decided anew", () => {
    const desk = new WriteDesk();
    const refused = desk.set({ id: "a", value: 2, ifRev: 1 });
    expect(refused).toMatchObject({ refused: { code: "conflict" } });
    desk.set({ id: "b", value: 1 });
    expect(desk.set({ id: "a", value: 2, ifRev: 1 })).toEqual(done(2));
  });
});

/** One thing that happens: a write, one sent again, a restart, a storage that refuses the next write. */
const step = fc.oneof(
  fc.record({
    do: fc.constant("set" as const),
    who: fc.constantFrom("ada", "bob"),
    key: fc.constantFrom("todo.a", "todo.b"),
    value: fc.constantFrom<Json>(null, 1, 2, { a: 1 }),
    lag: fc.constantFrom(null, 0, 0, 1),
  }),
  fc.record({ do: fc.constant("append" as const), who: fc.constantFrom("ada", "bob"), data: fc.constantFrom(1, 2) }),
  fc.record({ do: fc.constant("again" as const), which: fc.nat(40) }),
  fc.record({ do: fc.constant("restart" as const) }),
  fc.record({ do: fc.constant("refuse" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface Sent {
  readonly kind: "set" | "append";
  readonly say: () => WriteAnswer;
  answer: WriteAnswer;
}

/** Plays the steps and checks each; gives what was sent with its last answer. */
function play(desk: WriteDesk, steps: readonly Step[]): Sent[] {
  const sent: Sent[] = [];
  for (const [i, now] of steps.entries()) {
    const before = state(desk);
    if (now.do === "restart") desk.restart();
    else if (now.do === "refuse") desk.storage.failNext = true;
    else if (now.do === "again") {
      const one = sent[now.which % sent.length];
      if (!one) continue;
      const again = one.say();
      if ("done" in one.answer) expect([again, state(desk)]).toEqual([one.answer, before]);
      one.answer = again;
    } else sent.push(send(desk, now, `w${i}`));
    const last = sent.at(-1);
    if (last && now.do !== "again" && "refused" in last.answer) expect(state(desk)).toBe(before);
  }
  return sent;
}

function send(desk: WriteDesk, now: Extract<Step, { who: string }>, id: string): Sent {
  if (now.do === "append") {
    const say = () => desk.append({ id, data: now.data }, member(now.who));
    return { kind: now.do, say, answer: say() };
  }
  const { key, value, lag } = now;
  const rev = desk.store.get(key)?.rev ?? 0;
  const ifRev = lag === null ? rev : Math.max(0, rev - lag);
  const say = () => desk.set({ id, key, value, ...(lag === null ? {} : { ifRev }) }, member(now.who));
  const answer = say();
  if (ifRev !== rev) expect(answer).toMatchObject({ refused: { code: "conflict" }, current: { rev } });
  return { kind: now.do, say, answer };
}

property.prop([fc.array(step, { maxLength: 60, size: "max" })])(
  "[W14] whatever is repeated and whenever it restarts, each write counts once, and over no rev but the one it names",
  (steps) => {
    const desk = new WriteDesk();
    const counted = play(desk, steps).filter(({ answer }) => "done" in answer);
    expect(desk.value("todo.log") ?? []).toHaveLength(counted.filter(({ kind }) => kind === "append").length);
    expect(desk.store.cursor.seq).toBeLessThanOrEqual(counted.length);
  },
);
