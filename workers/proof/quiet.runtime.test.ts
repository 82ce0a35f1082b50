import { setTimeout as passes } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import { QuietRuntime } from "./testing/quiet-runtime";
import { type QuietReader, QuietWorkspace } from "./testing/quiet-workspace";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
/** By then (milliseconds) the runtime has put an object to sleep that nothing happens to: it does so after 10 s. */
const ASLEEP_AFTER = 14_000;
const settled = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const answered = (reader: QuietReader) => settled(() => expect(reader.of("snapshot")).toHaveLength(1));
const hears = (reader: QuietReader, value: unknown) =>
  settled(() => expect(reader.of("data_update").at(-1)?.updates).toContainEqual(expect.objectContaining({ value })));

let runtime: QuietRuntime;
beforeAll(async () => {
  runtime = await QuietRuntime.start();
});
afterAll(() => runtime.stop());

/** A message that asks for little: what wakes the object, and only that. */
async function wakes(reader: QuietReader): Promise<void> {
  reader.say({ type: "unsubscribe", id: "nothing", keys: ["z"] });
  await settled(() => expect(reader.of("unsubscribed")).toHaveLength(1));
}

test.concurrent("[Q1 Q2] nothing wakes a quiet workspace: it sleeps by itself while its readers ping and keep silent", async () => {
  const workspace = new QuietWorkspace(runtime);
  const [pings, silent] = [await workspace.read("ada", ["a.*"]), await workspace.read("ben", ["a.*"])];
  for (const reader of [pings, silent]) await answered(reader);
  for (let i = 1; i <= 15; i++) {
    pings.ping();
    await settled(() => expect(pings.pongs).toBe(i));
    await passes(2_000);
  }
  expect(await workspace.made()).toBe(1);
  await wakes(pings);
  expect(await workspace.made()).toBe(2);
  await workspace.push("after the sleep");
  for (const reader of [pings, silent]) await hears(reader, "after the sleep");
  expect(await workspace.made()).toBe(2);
  expect([pings.closedWith, silent.closedWith]).toEqual([null, null]);
});

test.concurrent("[Q3] what nobody acknowledged, and keys that people write, keep no workspace awake", async () => {
  const workspace = new QuietWorkspace(runtime);
  await workspace.makeEditable();
  const [writer, reader] = [await workspace.read("ada", ["list.*"]), await workspace.read("ben", ["*"])];
  for (const one of [writer, reader]) await answered(one);
  writer.say({ type: "set", id: "1", key: "list.a", value: "before" });
  await hears(reader, "before");
  await passes(ASLEEP_AFTER);
  const made = await workspace.made();
  writer.say({ type: "set", id: "2", key: "list.a", value: "after" });
  for (const one of [writer, reader]) await hears(one, "after");
  expect(await workspace.made()).toBe(made + 1);
});

test.concurrent("[Q3] a reader that is behind keeps nobody awake, and hears why it is closed when somebody else wakes", async () => {
  const workspace = new QuietWorkspace(runtime);
  const [slow, other] = [await workspace.read("ada", ["a.*"]), await workspace.read("ben", ["b.*"])];
  for (const one of [slow, other]) await answered(one);
  for (const mark of ["x", "y"]) {
    await workspace.push(mark.repeat(200_000));
    // Past the window in which both would be one step.
    await passes(100);
  }
  expect(slow.of("data_update")).toHaveLength(1);
  await passes(31_000);
  const made = await workspace.made();
  await workspace.push("z");
  await settled(() => expect(slow.closedWith).toBe(closeCodes.too_slow));
  expect(await workspace.made()).toBe(made + 1);
  expect(other.closedWith).toBeNull();
});

test.concurrent("the count would tell of an object that is awake: one with a timer is not made again", async () => {
  const workspace = new QuietWorkspace(runtime, "restless");
  const reader = await workspace.read("ada", ["a.*"]);
  await answered(reader);
  await passes(ASLEEP_AFTER);
  await wakes(reader);
  expect(await workspace.made()).toBe(1);
});
