import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { weakly } from "./weakly";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

test("[C13] it is made once for all who hold it, and goes with the last of them", async () => {
  let times = 0;
  const read = weakly(() => ({ time: ++times }));
  const held = [read()];
  await new Promise(setImmediate);
  collectGarbage();
  expect(read()).toBe(held.pop());
  await new Promise(setImmediate);
  collectGarbage();
  expect(read().time).toBe(2);
});
