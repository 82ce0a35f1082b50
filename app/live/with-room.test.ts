import { fc, test as property } from "@fast-check/vitest";
import { expect, test, vi } from "vitest";
import { defaultLimits, type Limits } from "../../core/hub/limits";
import type { Json } from "../../core/json";
import { LOG, RoomHistory } from "./testing/room-history";

/** A cut of the proof with each `npm test`, the whole with `npm run prove`. */
const PROVE = process.env.DELTABOARD_PROVE === "1";
const RUNS = PROVE ? 100_000 : 1_000;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 180_000 });

const rows = fc.uniqueArray(
  fc.record({ id: fc.nat(8), v: fc.nat(3), text: fc.constant("a text that makes patches pay") }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 10, arbitrary: fc.nat(3) },
  { weight: 10, arbitrary: rows },
  {
    weight: 10,
    arbitrary: fc.record({
      a: fc.nat(3),
      b: fc.record({ c: fc.nat(3), d: fc.constant("a long enough text to be worth a patch") }),
    }),
  },
  { weight: 10, arbitrary: fc.array(fc.nat(2), { maxLength: 12 }) },
  // Two of these do not fit into one part of a snapshot.
  { weight: 1, arbitrary: fc.nat(1).map((n) => `${n}`.repeat(140_000)) },
);
const key = fc.constantFrom("a.0", "a.1", "b.0");
const own = fc.constantFrom("a.0", "a.1");
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("commit" as const), key, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("append" as const), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("set" as const), key: own, value, careful: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), key: fc.oneof(key, fc.constant(LOG)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("merge" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("flow" as const), count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("time" as const), ms: fc.constantFrom(1, 20, 2_500, 40_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("visit" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Readers of the second kind are behind after a few frames. */
const limits = fc.constantFrom<Limits>(defaultLimits, {
  ...defaultLimits,
  outstandingFrames: 3,
  outstandingBytes: 1_500,
});

function run(history: RoomHistory, one: Step): void {
  const { page, far } = history;
  switch (one.do) {
    case "commit":
      return history.commit(one.key, one.value);
    case "append":
      return history.append(one.count);
    case "ask":
      return history.ask();
    case "set":
      return history.set(one.key, one.value, one.careful);
    case "remove":
      return far.commit({}, [one.key]);
    case "merge":
      return far.merge();
    case "flow":
      return far.flow(one.count);
    case "time":
      return page.timers.advance(one.ms);
    case "cut":
      return far.cut();
    case "visit":
      return history.visit();
  }
}

property.prop([fc.array(step, { maxLength: 60, size: "max" }), limits], { numRuns: RUNS })(
  "[I1 I2 I3 I4 I6 I11 I12 C3 C8] the client over the server's room: only committed values, never half a commit, never back, each event in order or a gap said, each write once, and in the end the same",
  async (steps, limit) => {
    const history = new RoomHistory(limit);
    for (const one of steps) {
      run(history, one);
      history.check();
    }
    history.quiet();
    history.check();
    await history.converged();
    expect(
      history.far.sent.filter((text) => text.includes("resync")),
      "every patch and tail fits what the server knows us to hold",
    ).toEqual([]);
  },
);

const table = (n: number) =>
  Array.from({ length: 20 }, (_, id) => ({ id, v: id === 3 ? n : 0, text: "a row of some length" }));

test("[D12] a change of a few members travels as a patch, and what it leaves alone keeps its reference", () => {
  const history = new RoomHistory();
  history.commit("a.0", table(0));
  history.quiet();
  const before = history.page.value("a.0")?.value as readonly Json[];
  const { sent, received } = history.far;
  received.length = 0;
  history.commit("a.0", table(1));
  history.quiet();
  const after = history.page.value("a.0")?.value as readonly Json[];
  expect(after).toEqual(table(1));
  expect(after[2]).toBe(before[2]);
  expect(after[3]).not.toBe(before[3]);
  expect(received.find((text) => text.includes("data_update"))).toContain(
    '"patch":[{"op":"replace","path":"/3/v","value":1}]',
  );
  expect(sent.every((text) => !text.includes("resync"))).toBe(true);
});

test("[D13] a patch that does not fit is repaired by asking for the whole value, once, also over a lost connection", () => {
  const history = new RoomHistory();
  history.commit("a.0", table(0));
  history.quiet();
  const { far, page } = history;
  far.garble = (text) => text.replace(/"base":\d+/, '"base":77');
  history.commit("a.0", table(1));
  far.flow(5);
  page.timers.advance(20);
  expect(page.value("a.0")?.value).toEqual(table(0));
  far.flow(1);
  expect(far.sent.filter((text) => text.includes("resync"))).toHaveLength(1);
  far.cut();
  far.garble = (text) => text;
  history.quiet();
  expect(page.value("a.0")?.value).toEqual(table(1));
});

test("[C4 C3] a reader that fell behind is brought up to date in one step, and told what it missed of a stream", () => {
  const history = new RoomHistory({ ...defaultLimits, outstandingFrames: 2 });
  history.append(1);
  history.quiet();
  const { far, page } = history;
  far.received.length = 0;
  for (let i = 0; i < 10; i++) {
    history.append(1);
    history.commit("a.0", i);
    far.merge();
  }
  far.flow(20);
  expect(far.received).toHaveLength(2);
  history.quiet();
  expect(far.received.filter((text) => text.includes("data_update"))).toHaveLength(3);
  expect(page.value("a.0")?.value).toBe(9);
  const log = page.value(LOG);
  expect(log?.value).toMatchObject([8, 9, 10, 11].map((n) => ({ data: `event ${n}` })));
  expect(log?.value).toMatchObject([{ id: log?.gapAt }, {}, {}, {}]);
});
