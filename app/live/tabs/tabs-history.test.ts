import { fc, test as property } from "@fast-check/vitest";
import { vi } from "vitest";
import { defaultLimits, type Limits } from "../../../core/hub/limits";
import type { Json } from "../../../core/json";
import { TabsHistory } from "./testing/tabs-history";

/** A cut of the proof with each `npm test`, the whole with `npm run prove`. */
const PROVE = process.env.DELTABOARD_PROVE === "1";
const RUNS = PROVE ? 20_000 : 300;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 180_000 });

const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 20, arbitrary: fc.nat(3) },
  {
    weight: 20,
    arbitrary: fc.record({ a: fc.nat(3), b: fc.constant("a long enough text for a patch of the other to pay") }),
  },
  // Two of these do not fit into one part of a snapshot.
  { weight: 1, arbitrary: fc.nat(1).map((n) => `${n}`.repeat(140_000)) },
);
const pattern = fc.constantFrom("a.*", "a.0", "b.*", "b.0", "*");
const tab = fc.nat(4);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("commit" as const),
      key: fc.constantFrom("a.0", "a.1", "b.0", "c.0"),
      value,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), key: fc.constantFrom("a.0", "b.0") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("append" as const), tab }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("merge" as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("flow" as const), count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("deliver" as const), count: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("grant" as const), which: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("time" as const), ms: fc.constantFrom(1, 20, 2_500, 11_000, 40_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("open" as const), patterns: fc.uniqueArray(pattern, { maxLength: 3 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("toggle" as const), tab, pattern }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("close" as const, "crash" as const, "leave" as const, "thaw" as const),
      tab,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("freeze" as const, "thaw" as const, "see" as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Readers of the second kind are behind after a few frames. */
const limits = fc.constantFrom<Limits>(defaultLimits, {
  ...defaultLimits,
  outstandingFrames: 3,
  outstandingBytes: 1_500,
});

type InTab = Extract<Step, { tab: number }>;

function run(history: TabsHistory, one: Step): void {
  if ("tab" in one) return runInTab(history, one);
  const { far, browser, timers } = history;
  switch (one.do) {
    case "commit":
      return history.commit(one.key, one.value);
    case "remove":
      return far.commit({}, [one.key]);
    case "merge":
      return far.merge();
    case "flow":
      return far.flow(one.count);
    case "deliver":
      for (let i = 0; i < one.count; i++) browser.deliver();
      return;
    case "grant":
      return void browser.grant(one.which);
    case "time":
      return timers.advance(one.ms);
    case "cut":
      return far.cut();
    case "open":
      if (history.running.length < 5) history.open(one.patterns);
  }
}

function runInTab(history: TabsHistory, one: InTab): void {
  const page = history.running[one.tab];
  if (!page) return;
  switch (one.do) {
    case "append":
      return history.append(page);
    case "toggle":
      return page.toggle(one.pattern);
    case "close":
    case "crash":
    case "leave":
    case "freeze":
    case "thaw":
    case "see":
      return page[one.do]();
  }
}

/** A frame on its way to the tab that led reaches the one that leads next before that one's socket is open. */
const tooSoon: (typeof step extends fc.Arbitrary<infer S> ? S : never)[] = [
  { do: "open", patterns: [] },
  { do: "grant", which: 0 },
  { do: "open", patterns: [] },
  { do: "deliver", count: 1 },
  { do: "toggle", tab: 2, pattern: "a.*" },
  { do: "grant", which: 3 },
  { do: "time", ms: 1 },
  { do: "deliver", count: 1 },
  { do: "flow", count: 1 },
  { do: "close", tab: 0 },
  { do: "grant", which: 0 },
  { do: "deliver", count: 6 },
];

property.prop([fc.array(step, { maxLength: 120, size: "max" }), limits], {
  numRuns: RUNS,
  examples: [[tooSoon, defaultLimits]],
})(
  "[I1 I2 I3 I4 I7 I11 TAB1 TAB2] tabs that share a line: each hears what a line of its own could have brought, and in the end holds the same",
  async (steps, limit) => {
    const history = new TabsHistory(limit);
    history.open(["a.*"]);
    for (const one of steps) {
      run(history, one);
      history.check();
    }
    history.quiet();
    history.check();
    await history.converged();
  },
);
