import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../json";
import type { Commit } from "../store/store";
import { Store } from "../store/store";
import { applyTail } from "../streams/apply-tail";
import { isEvents } from "../streams/is-events";
import { STREAM_BYTES } from "../streams/stream-bytes";
import { MemoryStorage } from "../testing/memory-storage";
import { UpdateMaker, type WireUpdate } from "./make-updates";
import { merge } from "./merge";

const meta = { kind: "stream", keep: 3 } as const;
const everything = () => true;
const open = () => new Store(new MemoryStorage(), () => "abcdefgh");

function append(store: Store, key: string, data: readonly Json[], keep = 3): Commit {
  const events = data.map((one) => ({ at: 9, data: one }));
  const commit = store.commit({
    at: 10,
    writes: [],
    removes: [],
    appends: [{ key, events, meta: { ...meta, keep } }],
    lastCheck: null,
    interval: 0,
  });
  if (!commit) throw new Error("nothing was appended");
  return commit;
}

function remove(store: Store, key: string): Commit | null {
  return store.commit({ at: 10, writes: [], removes: [key], lastCheck: null, interval: 0 });
}

function step(commits: readonly Commit[]): WireUpdate[] {
  return new UpdateMaker().make(merge(commits), everything);
}

test("[U1] a stream that is new to readers comes whole, with its meta", () => {
  const [update] = step([append(open(), "a.log", ["x"])]);
  expect(update).toEqual({ key: "a.log", value: [{ id: 1_000, at: 9, data: "x" }], meta });
});

test("[U1] so does one whose meta changed, or that was gone in between", () => {
  const store = open();
  append(store, "a.log", ["x"]);
  expect(step([append(store, "a.log", [], 5)])).toMatchObject([{ value: [{ data: "x" }], meta: { keep: 5 } }]);
  const gone = [remove(store, "a.log"), append(store, "a.log", ["y"])].filter((one) => one !== null);
  expect(step(gone)).toEqual([{ key: "a.log", value: [{ id: 4_000, at: 9, data: "y" }], meta }]);
});

test("[U2] a stream carries all its events of the step, and where they follow", () => {
  const store = open();
  append(store, "a.log", ["x"]);
  expect(step([append(store, "a.log", ["y"]), append(store, "a.log", ["z"])])).toEqual([
    {
      key: "a.log",
      append: [
        { id: 2_000, at: 9, data: "y" },
        { id: 3_000, at: 9, data: "z" },
      ],
      from: 1_000,
    },
  ]);
});

test("[U3] where a stream begins is told where events left", () => {
  const store = open();
  append(store, "a.log", [1, 2]);
  expect(step([append(store, "a.log", [3, 4])])).toMatchObject([{ from: 1_001, first: 1_001 }]);
});

test("[U3] events that came and left within the step are seen all the same", () => {
  const store = open();
  append(store, "a.log", [1, 2]);
  const [burst] = step([append(store, "a.log", [5, 6]), append(store, "a.log", [7, 8])]);
  const all = [5, 6, 7, 8].map((data) => ({ data }));
  expect(burst).toMatchObject({ append: all, from: 1_001, first: 2_001 });
  expect(burst).not.toHaveProperty("gap");
});

test("[U3] unless they are more than a stream may hold: then a gap is told of", () => {
  const store = open();
  append(store, "a.log", [1]);
  const [burst] = step([append(store, "a.log", ["x".repeat(STREAM_BYTES), 7]), append(store, "a.log", [8])]);
  expect(burst).toMatchObject({ append: [{ data: 7 }, { data: 8 }], first: 2_001, gap: true });
});

test("[U3] a stream that a too large event has emptied is followed by what comes next, as it was", () => {
  const store = open();
  append(store, "a.log", ["x".repeat(STREAM_BYTES)]);
  expect(store.get("a.log")?.value).toEqual([]);
  const [next] = step([append(store, "a.log", ["y"])]);
  expect(next && applied([], next)).toEqual(store.get("a.log")?.value);
});

test("[U4] what nobody wants is not made", () => {
  const store = open();
  const commits = [append(store, "a.log", ["x"]), append(store, "b.log", ["x"])];
  const made = new UpdateMaker().make(merge(commits), (key) => key === "b.log");
  expect(made.map(({ key }) => key)).toEqual(["b.log"]);
});

/** How many events each commit appends; null removes the stream. */
const commits = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4, nil: null }), { maxLength: 20 });

test("[U5] a reader that applies the updates of steps of any length ends with the store's events", () => {
  fc.assert(
    fc.property(commits, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), (sizes, strides) => {
      const store = open();
      let held: Json = null;
      let gathered: Commit[] = [];
      let turn = 0;
      const send = () => {
        if (gathered.length > 0) held = step(gathered).reduce(applied, held);
        expect(held).toEqual(store.get("a.log")?.value ?? null);
        gathered = [];
        turn += 1;
      };
      for (const size of sizes) {
        const commit =
          size === null
            ? remove(store, "a.log")
            : append(
                store,
                "a.log",
                Array.from({ length: size }, () => 1),
              );
        if (commit) gathered.push(commit);
        if (gathered.length >= (strides[turn % strides.length] ?? 1)) send();
      }
      send();
    }),
    { numRuns: 500 },
  );
});

function applied(held: Json, update: WireUpdate): Json {
  if ("removed" in update) return null;
  if ("value" in update) return update.value;
  const after = "append" in update && isEvents(held) ? applyTail(held, update) : null;
  if (!after?.ok) throw new Error(after ? after.reason : "there is nothing to append to");
  return after.events;
}
