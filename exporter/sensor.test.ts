import { beforeEach, expect, test } from "vitest";
import { makeSensor } from "./sensor.mjs";

let time = 0;
let warnings: string[] = [];
let patienceEnds = Promise.withResolvers<void>();
beforeEach(() => {
  time = 0;
  warnings = [];
  patienceEnds = Promise.withResolvers<void>();
});
const ports = {
  now: () => time,
  wait: () => patienceEnds.promise,
  warn: (message: string) => void warnings.push(message),
};
const one = [{ name: "load1", value: 1 }];
const two = [{ name: "load1", value: 2 }];

test("a fast sensor is read for each asker, one at a time", async () => {
  let reads = 0;
  const plan = {
    read: async () => ((reads += 1), one),
    every: 0,
    patience: 100,
    patienceWithoutWord: 100,
    keep: 1_000,
  };
  const sensor = makeSensor("load", plan, ports);
  expect(await Promise.all([sensor(), sensor()])).toEqual([one, one]);
  expect(reads).toBe(1);
  await sensor();
  expect(reads).toBe(2);
});

test("a sensor that hangs gives its last word until that is too old, and is not asked twice", async () => {
  let reads = 0;
  const answers = [Promise.resolve(one), new Promise<typeof one>(() => undefined)];
  const read = () => answers[reads++] ?? Promise.resolve(two);
  const sensor = makeSensor("load", { read, every: 0, patience: 100, patienceWithoutWord: 100, keep: 1_000 }, ports);
  await sensor();
  patienceEnds.resolve();
  time = 999;
  expect(await sensor()).toEqual(one);
  time = 1_000;
  expect(await sensor()).toEqual([]);
  expect(reads).toBe(2);
});

test("the first asker after a rest waits for a word, also of a sensor that is never waited for otherwise", async () => {
  const waits: number[] = [];
  const waiting = { ...ports, wait: (ms: number) => (waits.push(ms), patienceEnds.promise) };
  let answer = one;
  const plan = { read: async () => answer, every: 100, patience: 0, patienceWithoutWord: 2_000, keep: 300 };
  const sensor = makeSensor("disks", plan, waiting);
  expect(await sensor()).toEqual(one);
  answer = two;
  time = 60_000;
  expect(await sensor()).toEqual(two);
  expect(waits).toEqual([2_000, 2_000]);
});

test("a slow sensor is never waited for, and read again when its word is old", async () => {
  let reads = 0;
  const gates = [Promise.withResolvers<typeof one>(), Promise.withResolvers<typeof one>()];
  const read = () => gates[reads++]?.promise ?? Promise.resolve(two);
  const sensor = makeSensor("processes", { read, every: 100, patience: 0, patienceWithoutWord: 0, keep: 300 }, ports);
  expect(await sensor()).toEqual([]);
  gates[0]?.resolve(one);
  await gates[0]?.promise;
  await Promise.resolve();
  time = 99;
  expect(await sensor()).toEqual(one);
  expect(reads).toBe(1);
  time = 100;
  expect(await sensor()).toEqual(one);
  expect(reads).toBe(2);
});

test("a sensor that fails is left out, told once, and tried again", async () => {
  let broken = true;
  const read = async () => {
    if (broken) throw new Error("no such file");
    return one;
  };
  const sensor = makeSensor("disks", { read, every: 0, patience: 100, patienceWithoutWord: 100, keep: 1_000 }, ports);
  expect(await sensor()).toEqual([]);
  expect(await sensor()).toEqual([]);
  broken = false;
  expect(await sensor()).toEqual(one);
  expect(warnings).toEqual(["The sensor for disks fails, its metrics are left out: Error: no such file"]);
});
