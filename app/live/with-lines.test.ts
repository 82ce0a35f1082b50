import { fc, test as property } from "@fast-check/vitest";
import { vi } from "vitest";
import type { Json } from "../../core/json";
import { LinesHistory } from "./lines/testing/lines-history";
import type { Way } from "./lines/testing/room-calls";
import { LOG } from "./testing/room-history";

/** A cut of the proof with each `npm test`, the whole with `npm run prove`. */
const PROVE = process.env.DELTABOARD_PROVE === "1";
const RUNS = PROVE ? 20_000 : 300;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 180_000 });

const row = fc.record({ id: fc.nat(5), v: fc.nat(3), text: fc.constant("a text that makes patches pay") });
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.nat(3),
  fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 6 }),
  fc.array(fc.nat(2), { maxLength: 12 }),
);
const key = fc.constantFrom("a.0", "a.1", "b.0");
const own = fc.constantFrom("a.0", "a.1");
const way = fc.constantFrom<Way>("open", "refused", "silent");
const network = fc.record({
  do: fc.constant("network" as const),
  socket: way,
  events: way,
  requests: fc.constantFrom<Way>("open", "open", "open", "refused", "silent"),
  isNews: fc.boolean(),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("commit" as const), key, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("append" as const), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("set" as const), key: own, value, careful: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), key: fc.oneof(key, fc.constant(LOG)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("merge" as const) }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("flow" as const), count: fc.integer({ min: 1, max: 8 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("time" as const), ms: fc.constantFrom(1, 20, 2_500, 9_000, 65_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: network },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("hide" as const), hidden: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("visit" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run(history: LinesHistory, one: Step): Promise<void> {
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
      return history.far.commit({}, [one.key]);
    case "merge":
      return history.far.merge();
    case "flow":
      return history.flow(one.count);
    case "time":
      return history.page.timers.advance(one.ms);
    case "pass":
      return history.pass(one.seconds);
    case "network":
      return history.network(one.socket, one.events, one.requests, one.isNews);
    case "hide":
      return history.hide(one.hidden);
    case "visit":
      return history.visit();
  }
}

property.prop([fc.array(step, { maxLength: 60, size: "max" })], { numRuns: RUNS })(
  "[Y4] over a network that opens and blocks its ways at random: only committed values, never half a commit, never back, each write once, and in the end the same",
  async (steps) => {
    const history = new LinesHistory();
    for (const one of steps) {
      await run(history, one);
      await history.tick();
      history.check();
    }
    await history.calm();
    history.check();
    await history.converged();
  },
);
