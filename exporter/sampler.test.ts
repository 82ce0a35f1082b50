import { expect, test } from "vitest";
import { makeSampler } from "./sampler.mjs";

test("several askers within the time cost one sample, the next one after it another", async () => {
  let time = 0;
  let reads = 0;
  const sensor = async () => [{ name: "load1", value: (reads += 1) }];
  const sample = makeSampler([sensor], () => time, 500);
  const both = await Promise.all([sample(), sample()]);
  time = 499;
  expect([...both, await sample()]).toEqual(Array(3).fill([{ name: "load1", value: 1 }]));
  time = 500;
  expect(await sample()).toEqual([{ name: "load1", value: 2 }]);
});
