import { test as property } from "@fast-check/vitest";
import { vi } from "vitest";
import { Machine } from "./testing/machine";
import { pinned } from "./testing/pinned";
import { history, type Step } from "./testing/step";

const PROVE = process.env.DELTABOARD_PROVE === "1";
const RUNS = PROVE ? 100_000 : 2_000;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 60_000 });

function run(steps: readonly Step[]): void {
  const machine = new Machine();
  machine.run(steps);
  machine.quiet();
}

property.prop([history], {
  numRuns: RUNS,
  examples: pinned.map((steps): [Step[]] => [[...steps]]),
  // The same cut each time: a test that fails only sometimes would be believed by nobody.
  ...(PROVE ? {} : { seed: 1 }),
})(
  "[I1 I2 I3 I4 I5 I6 I7 I9 I11 I12] whatever happens, a reader holds what was true at its cursor, and in the end what is",
  run,
);
