import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { DataUpdate, Update } from "../../core/protocol/data-update";
import type { StreamEvent } from "../../core/protocol/parts";
import type { KeyTail, Snapshot } from "../../core/protocol/snapshot";
import { seed } from "./seed";
import { LivePage, WORKSPACE } from "./testing/live-page";

const meta = { kind: "stream" } as const;
const LOG = "a.log";

const event = (id: number): StreamEvent => ({ id, at: id, data: { line: `line ${id}` } });
const events = (...ids: number[]) => ids.map(event);

function update(seq: number, ...updates: Update[]): DataUpdate {
  return { type: "data_update", from: `epochaaa:${seq - 1}`, cursor: `epochaaa:${seq}`, timestamp: seq, updates };
}

function tail(seq: number, from: number, ids: number[], more: Partial<KeyTail> = {}): KeyTail {
  return { key: LOG, rev: seq, at: seq, append: events(...ids), from, ...more };
}

function answer(id: string, seq: number, more: Partial<Snapshot>): Snapshot {
  const rest = { part: 1, parts: 1, values: [], removed: [], checked: {}, due: {} };
  return { type: "snapshot", id, cursor: `epochaaa:${seq}`, full: false, ...rest, ...more };
}

/** A page that holds a stream of three events, at commit 3. */
function page(): LivePage {
  const live = new LivePage();
  live.client.want(["a.*"], null);
  live.client.start();
  live.settle();
  live.server.push(update(3, { key: LOG, rev: 3, at: 3, value: events(1_000, 2_000, 3_000), meta }));
  live.settle();
  return live;
}

const ids = (live: LivePage) => held(live).map(({ id }) => id);
const held = (live: LivePage) => (live.value(LOG)?.value ?? []) as unknown as StreamEvent[];
/** The repairs that the page asked for. */
function asked(live: LivePage) {
  live.server.answer();
  return live.server.line.received.filter(({ type }) => type === "resync");
}

describe("a stream that grows", () => {
  it("[C2] holds the events of a tail behind those it had, which keep their reference", () => {
    const live = page();
    const before = held(live);
    live.server.push(update(4, tail(4, 3_000, [4_000, 4_001])));
    live.settle();
    expect(ids(live)).toEqual([1_000, 2_000, 3_000, 4_000, 4_001]);
    expect(held(live)[0]).toBe(before[0]);
    expect(live.value(LOG)).toMatchObject({ rev: 4, at: 4, meta });
  });

  it("[C2] lets go of what has left, and keeps the references of what shifts", () => {
    const live = page();
    const before = held(live);
    live.server.push(update(4, tail(4, 3_000, [4_000], { first: 2_000 })));
    live.settle();
    expect(ids(live)).toEqual([2_000, 3_000, 4_000]);
    expect(held(live)[1]).toBe(before[2]);
  });

  it("[C2] takes no event twice, whether a frame is repeated or a loader was faster", () => {
    const live = page();
    live.server.push(update(4, tail(4, 3_000, [4_000])));
    live.server.flush(2);
    live.timers.advance(20);
    live.server.push(update(6, tail(6, 3_000, [4_000, 5_000, 6_000])));
    live.settle();
    expect(ids(live)).toEqual([1_000, 2_000, 3_000, 4_000, 5_000, 6_000]);
    expect(asked(live)).toEqual([]);
  });

  it("[C2] starts from a first paint", () => {
    const live = new LivePage();
    const loader = new QueryClient();
    const values = [{ key: LOG, rev: 3, at: 3, value: events(3_000), meta }];
    const paint = { cursor: "epochaaa:3", full: true, values, removed: [], checked: {}, due: {}, now: 1 };
    seed(loader, WORKSPACE, paint, ["a.*"]);
    hydrate(live.queryClient, dehydrate(loader));
    live.client.want(["a.*"], paint.cursor);
    live.client.start();
    live.server.deliver(1);
    live.server.push(answer("r1", 5, { tails: [tail(5, 3_000, [4_000, 5_000])] }));
    live.settle();
    expect(ids(live)).toEqual([3_000, 4_000, 5_000]);
  });
});

describe("a tail that does not follow on what is held", () => {
  it("[C2] changes nothing and is repaired by asking for the whole, whose known events keep their reference", () => {
    const live = page();
    const before = held(live);
    live.server.push(update(5, tail(5, 4_000, [5_000])));
    live.settle();
    expect(held(live)).toBe(before);
    expect(asked(live)).toEqual([{ type: "resync", id: "r2", keys: [LOG] }]);
    const values = [{ key: LOG, rev: 5, at: 5, value: events(2_000, 3_000, 4_000, 5_000), meta }];
    live.server.push(answer("r2", 5, { full: true, values }));
    live.settle();
    expect(ids(live)).toEqual([2_000, 3_000, 4_000, 5_000]);
    expect(held(live)[0]).toBe(before[1]);
    expect(live.value(LOG)).not.toHaveProperty("gapAt");
  });

  it("[C2] is none of a key that is not held, nor of one that is no stream", () => {
    const live = page();
    live.server.push(update(4, { key: "a.text", rev: 4, at: 4, value: "text", meta: { kind: "value" } }));
    live.server.push(update(5, { ...tail(5, 0, [5_000]), key: "a.text" }, { ...tail(5, 0, [5_000]), key: "a.new" }));
    live.settle();
    expect(live.held()).toMatchObject({ "a.text": "text" });
    expect(live.held()).not.toHaveProperty("a.new");
    expect(asked(live)).toEqual([{ type: "resync", id: "r2", keys: ["a.text", "a.new"] }]);
  });
});

describe("events that came and went unseen", () => {
  it("[C3] are said with the event after them, for as long as that one is held", () => {
    const live = page();
    live.server.push(update(9, tail(9, 8_000, [9_000, 9_001], { first: 9_000, gap: true })));
    live.settle();
    expect(ids(live)).toEqual([9_000, 9_001]);
    expect(live.value(LOG)?.gapAt).toBe(9_000);
    live.server.push(update(10, tail(10, 9_001, [10_000])));
    live.settle();
    expect(live.value(LOG)?.gapAt).toBe(9_000);
    live.server.push(update(11, tail(11, 10_000, [11_000], { first: 9_001 })));
    live.settle();
    expect(ids(live)).toEqual([9_001, 10_000, 11_000]);
    expect(live.value(LOG)).not.toHaveProperty("gapAt");
  });

  it("[C3] are said of a whole stream that begins after the last event that was held", () => {
    const live = page();
    live.server.push(update(9, { key: LOG, rev: 9, at: 9, value: events(8_000, 9_000), meta }));
    live.settle();
    expect(live.value(LOG)?.gapAt).toBe(8_000);
  });

  it("[C3] are not said of what a loader brought meanwhile", () => {
    const live = page();
    const values = [{ key: LOG, rev: 8, at: 8, value: events(7_000, 8_000), meta }];
    const paint = { cursor: "epochaaa:8", full: true, values, removed: [], checked: {}, due: {}, now: 1 };
    seed(live.queryClient, WORKSPACE, paint, ["a.*"]);
    live.server.push(update(9, tail(9, 6_000, [7_000, 8_000, 9_000], { first: 7_000, gap: true })));
    live.settle();
    expect(ids(live)).toEqual([7_000, 8_000, 9_000]);
    expect(live.value(LOG)).not.toHaveProperty("gapAt");
  });

  it("[C3] cannot be told across epochs, whose ids mean other events", () => {
    const live = page();
    const values = [{ key: LOG, rev: 9, at: 9, value: events(8_000), meta }];
    live.server.push({ ...update(9), from: "otherepo:8", cursor: "otherepo:9", updates: values });
    live.settle();
    expect(live.value(LOG)).toEqual({ ...values[0] });
  });
});
