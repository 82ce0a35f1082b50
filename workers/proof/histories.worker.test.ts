import fc from "fast-check";
import { afterEach, beforeEach, inject, test, vi } from "vitest";
import { defaultLimits } from "../../core/hub/limits";
import { pinned } from "../../core/proof/testing/pinned";
import { upstreamForEachTest } from "../testing/upstream";
import { ObjectMachine } from "./testing/object-machine";
import { objectPinned } from "./testing/object-pinned";
import { type ObjectStep, objectHistory } from "./testing/object-step";
import { Witness } from "./testing/witness";
import { UPSTREAM, Workspace } from "./testing/workspace";

const PROVE = inject("prove");
const RUNS = PROVE ? 2_000 : 60;
const witness = new Witness();
const upstream = upstreamForEachTest();
// Few enough that histories of some dozen steps reach them. The objects of this file read the same module.
const few = {
  outstandingFrames: 5,
  outstandingBytes: 6_000,
  messagesAMinute: 1_000_000,
  quietMessagesAMinute: 1_000_000,
};
Object.assign(defaultLimits, few);

let now = Date.now();
function jump(milliseconds: number): void {
  now += milliseconds;
  vi.setSystemTime(now);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  // A storage that refuses is told to the log.
  vi.spyOn(console, "error").mockImplementation(() => {});
  upstream.current.set(UPSTREAM, () => new Response(`load ${upstream.current.count(UPSTREAM) % 3}\n`));
});
afterEach(() => {
  vi.useRealTimers();
});

async function run(steps: readonly ObjectStep[]): Promise<void> {
  const machine = new ObjectMachine(await Workspace.open(witness), jump);
  await machine.run(steps);
  await machine.quiet();
}

test(
  "[I1 I2 I3 I4 I5 I6 I7 I9 I11 I12 I13] whatever happens to the real object, what was promised holds",
  async () => {
    const examples = [...objectPinned, ...pinned].map((steps): [ObjectStep[]] => [[...steps]]);
    const property = fc.asyncProperty(objectHistory, run);
    await fc.assert(property, { numRuns: RUNS, examples, ...(PROVE ? {} : { seed: 1 }), endOnFailure: true });
  },
  PROVE ? 7_200_000 : 180_000,
);
