import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StreamEvent } from "../protocol/parts";
import { applyTail } from "./apply-tail";
import { EVENTS_A_COMMIT, eventId } from "./event-id";
import { grow } from "./grow";
import { EMPTY_STREAM, type HeldStream } from "./held-stream";
import { isEvents } from "./is-events";
import { KEEP, keepOf, MAX_KEEP } from "./keep-of";
import { STREAM_BYTES, streamBytes } from "./stream-bytes";
import { tailSince } from "./tail-since";
import { utf8Length } from "./utf8-length";

/** A history of one stream: at each commit some events (sizes in characters), or nothing of it. */
const history = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.constant([STREAM_BYTES * 0.4]) },
    { weight: 1, arbitrary: fc.constant([3, STREAM_BYTES * 1.1, 3]) },
    { weight: 1, arbitrary: fc.constant([STREAM_BYTES * 1.1]) },
    { weight: 2, arbitrary: fc.constant([]) },
  ),
  { maxLength: 12 },
);
const keep = fc.integer({ min: 1, max: 12 });

const eventsOf = (sizes: readonly number[], seq: number): StreamEvent[] =>
  sizes.map((size, i) => ({ id: eventId(seq, i), at: seq, data: "x".repeat(size) }));

/** The stream at each commit, the empty one first. */
function run(sizes: readonly (readonly number[])[], kept: number): HeldStream[] {
  const states = [EMPTY_STREAM];
  for (const [i, some] of sizes.entries()) states.push(grow(states[i] ?? EMPTY_STREAM, eventsOf(some, i + 1), kept));
  return states;
}

const at = (states: readonly HeldStream[], seq: number): HeldStream => states[seq] ?? EMPTY_STREAM;
const ids = (events: readonly StreamEvent[]) => events.map(({ id }) => id);

describe("[E1] ids", () => {
  test("only grow, within a commit and from one to the next", () => {
    expect(eventId(7, EVENTS_A_COMMIT - 1)).toBeLessThan(eventId(8, 0));
    expect(eventId(8, 0)).toBeLessThan(eventId(8, 1));
  });

  test("a commit has room for 1,000 a stream", () => {
    expect(() => eventId(8, EVENTS_A_COMMIT)).toThrow("1000 events");
  });
});

describe("[E2] what a stream holds", () => {
  test.each([
    [{}, KEEP],
    [{ keep: 0 }, 1],
    [{ keep: 2.9 }, 2],
    [{ keep: 1e9 }, MAX_KEEP],
  ])("keeps 100 events where nothing is said, 1 to 10,000 otherwise: %j", (meta, kept) => {
    expect(keepOf(meta)).toBe(kept);
  });

  test("the newest events, as many as are kept and as fit", () => {
    fc.assert(
      fc.property(history, keep, (sizes, kept) => {
        const all = sizes.flatMap((some, i) => eventsOf(some, i + 1));
        const { events, dropped } = at(run(sizes, kept), sizes.length);
        expect(ids(events)).toEqual(ids(all.slice(all.length - events.length)));
        expect(dropped).toBe(all[all.length - events.length - 1]?.id ?? 0);
        expect(events.length).toBeLessThanOrEqual(kept);
        const text = JSON.stringify(events);
        // An estimate of a byte more for the comma that the last event has not.
        expect(streamBytes(events)).toBe(events.length > 0 ? text.length + 1 : text.length);
        expect(text.length).toBeLessThanOrEqual(STREAM_BYTES);
      }),
      { numRuns: 25 },
    );
  });

  test("is measured in bytes of UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
    expect(utf8Length("\ud800a\udc00")).toBe(7);
    expect(grow(EMPTY_STREAM, [{ id: 1, at: 1, data: "ü".repeat(STREAM_BYTES / 2) }], 9).events).toEqual([]);
  });

  test("is not copied where nothing comes or goes", () => {
    const held = grow(EMPTY_STREAM, eventsOf([1, 2], 1), 5);
    expect(grow(held, [], 5).events).toBe(held.events);
  });
});

describe("[E3] tails", () => {
  test("from every commit to every later one, a reader ends with the store's events", () => {
    fc.assert(
      fc.property(history, keep, (sizes, kept) => {
        const states = run(sizes, kept);
        for (let since = 0; since < states.length; since++) {
          for (let now = since; now < states.length; now++) {
            for (const known of [0, at(states, since).dropped]) {
              const tail = tailSince(at(states, now), since, known);
              const after = applyTail(at(states, since).events, tail);
              expect(after.ok && ids(after.events)).toEqual(ids(at(states, now).events));
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test("a reader that goes in steps of any length, with tails from older cursors between, ends there as well", () => {
    fc.assert(
      fc.property(history, keep, fc.array(fc.nat()), (sizes, kept, strides) => {
        const states = run(sizes, kept);
        let held = EMPTY_STREAM.events;
        let since = 0;
        for (const stride of strides) {
          const now = Math.min(sizes.length, since + (stride % 4));
          const older = Math.max(0, since - (stride % 3));
          const tail = tailSince(at(states, now), older, at(states, older).dropped);
          const after = applyTail(held, tail);
          expect(after.ok && ids(after.events)).toEqual(ids(at(states, now).events));
          if (after.ok) held = after.events;
          since = now;
        }
      }),
      { numRuns: 100 },
    );
  });

  test("[E4] a gap is told of if and only if an event left unseen", () => {
    fc.assert(
      fc.property(history, keep, (sizes, kept) => {
        const states = run(sizes, kept);
        for (let since = 0; since < states.length; since++) {
          const later = sizes.slice(since).flatMap((some, i) => eventsOf(some, since + i + 1));
          const held = new Set(ids(at(states, sizes.length).events));
          const tail = tailSince(at(states, sizes.length), since);
          expect(tail.gap === true).toBe(later.some(({ id }) => !held.has(id)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test("[E4] the last event that a commit has an id for was seen by who stood at that commit", () => {
    const full = grow(
      EMPTY_STREAM,
      eventsOf(
        Array.from({ length: EVENTS_A_COMMIT }, () => 1),
        1,
      ),
      1,
    );
    const { dropped, events } = grow(full, eventsOf([1], 2), 1);
    expect(tailSince({ dropped, events }, 1)).not.toHaveProperty("gap");
    expect(tailSince({ dropped, events }, 0)).toMatchObject({ gap: true });
  });

  test("events that come and have left again, in the same tail, do not stay", () => {
    const held = eventsOf([1, 2], 1);
    const after = applyTail(held, { append: eventsOf([1, 2, 3, 4], 2), from: 1_001, first: 2_002 });
    expect(after.ok && ids(after.events)).toEqual([2_002, 2_003]);
  });

  test("[E5] a tail on other events than it follows on is refused as a whole", () => {
    const held = grow(EMPTY_STREAM, eventsOf([1, 2], 1), 5);
    const later = grow(grow(held, eventsOf([3], 2), 5), eventsOf([4], 3), 5);
    expect(applyTail(held.events, tailSince(later, 2))).toMatchObject({ ok: false });
    expect(applyTail([], tailSince(later, 1))).toMatchObject({ ok: false });
    expect(applyTail([...held.events, ...eventsOf([9, 9, 9], 2)], tailSince(later, 1))).toMatchObject({ ok: false });
  });

  test("a tail that brings nothing gives back the same reference", () => {
    const { events } = grow(EMPTY_STREAM, eventsOf([1, 2], 1), 5);
    expect(applyTail(events, tailSince({ events, dropped: 0 }, 1))).toEqual({ ok: true, events });
    const after = applyTail(events, tailSince({ events, dropped: 0 }, 1));
    expect(after.ok && after.events).toBe(events);
  });

  test("where a stream begins is told only when events have left", () => {
    const two = grow(EMPTY_STREAM, eventsOf([1, 2], 1), 3);
    expect(tailSince(grow(two, eventsOf([3], 2), 3), 1, 0)).not.toHaveProperty("first");
    expect(tailSince(grow(two, eventsOf([3, 4], 2), 3), 1, 0)).toMatchObject({ first: 1_001, from: 1_001 });
  });
});

test("[E6] a list of events is told from other values", () => {
  expect(isEvents([{ id: 1, at: 2, data: null }])).toBe(true);
  expect(isEvents([])).toBe(true);
  for (const other of [null, {}, "x", [1], [{ id: 1, at: 2 }], [{ id: "1", at: 2, data: 3 }]]) {
    expect(isEvents(other)).toBe(false);
  }
});
