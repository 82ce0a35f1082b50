import { expect, test } from "vitest";
import { CallOutlet } from "./call-outlet";

/** A reader whose calls the test ends by hand. */
function setup() {
  const called: string[] = [];
  const done: string[] = [];
  let end: (error?: Error) => void = () => {};
  const outlet = new CallOutlet({
    call: (frame) => {
      called.push(frame.type === "beat" ? `beat ${frame.at}` : frame.type);
      return new Promise<void>((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve());
      });
    },
    release: () => done.push("released"),
    arrived: ({ cursor, part }) => done.push(`arrived ${cursor}${part === undefined ? "" : ` ${part}`}`),
    failed: () => {
      done.push("failed");
      outlet.close(4012, "failed");
    },
    closed: (code) => done.push(`closed ${code}`),
  });
  const settle = async (error?: Error) => {
    end(error);
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { outlet, called, done, settle };
}

const beat = (at: number) => JSON.stringify({ type: "beat", at, checked: {}, due: {}, next: 5_000 });
const step = (seq: number) => {
  const [from, cursor] = [`abcdefgh:${seq - 1}`, `abcdefgh:${seq}`];
  return JSON.stringify({ type: "data_update", from, cursor, timestamp: 0, updates: [{ key: "a.n", value: seq }] });
};
const bye = JSON.stringify({ type: "bye", code: 4010, reason: "another epoch" });

test("[O2] a step counts as arrived when its call has returned; of beats that wait, the newest is told", async () => {
  const { outlet, called, done, settle } = setup();
  outlet.send(step(1));
  for (const at of [1, 2, 3]) outlet.send(beat(at));
  expect([called, done]).toEqual([["data_update"], []]);
  await settle();
  expect([called, done]).toEqual([["data_update", "beat 3"], ["arrived abcdefgh:1"]]);
  await settle();
  outlet.send(beat(4));
  expect(called).toEqual(["data_update", "beat 3", "beat 4"]);
});

test("[O3] the last word comes when the running call has returned, and nothing else that waited", async () => {
  const { outlet, called, done, settle } = setup();
  outlet.send(step(1));
  outlet.send(beat(1));
  outlet.send(bye);
  outlet.close(4010, "another epoch");
  outlet.send(step(2));
  expect(done).toEqual(["closed 4010"]);
  await settle();
  expect(called).toEqual(["data_update", "bye"]);
  await settle();
  expect([called, done]).toEqual([
    ["data_update", "bye"],
    ["closed 4010", "released"],
  ]);
});

test("[O3] a call that fails is the last one, and its function is given back", async () => {
  const { outlet, called, done, settle } = setup();
  outlet.send(step(1));
  outlet.send(beat(1));
  await settle(new Error("no more"));
  expect([called, done]).toEqual([["data_update"], ["failed", "closed 4012", "released"]]);
});

test("[O3] a frame that cannot be read ends this reader, and throws at nobody", async () => {
  const { outlet, called, done, settle } = setup();
  outlet.send('{"type":"data_update"}');
  await settle();
  expect([called, done]).toEqual([[], ["failed", "closed 4012", "released"]]);
});
