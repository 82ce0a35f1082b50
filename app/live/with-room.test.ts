import { fc, test as property } from "@fast-check/vitest";
import { expect, test, vi } from "vitest";
import { canonical } from "../../core/delta/canonical";
import type { Json } from "../../core/json";
import { matches } from "../../core/keys/pattern";
import { LivePage } from "./testing/live-page";
import { RoomServer } from "./testing/room-server";

/** A cut of the proof with each `npm test`, the whole with `npm run prove`. */
const PROVE = process.env.DELTABOARD_PROVE === "1";
const RUNS = PROVE ? 100_000 : 2_000;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 60_000 });

const rows = fc.uniqueArray(
  fc.record({ id: fc.nat(8), v: fc.nat(3), text: fc.constant("a text that makes patches pay") }),
  {
    selector: ({ id }) => id,
    maxLength: 8,
  },
);
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.nat(3),
  rows,
  fc.record({ a: fc.nat(3), b: fc.record({ c: fc.nat(3), d: fc.constant("a long enough text to be worth a patch") }) }),
  fc.array(fc.nat(2), { maxLength: 12 }),
);
const key = fc.constantFrom("a.0", "a.1", "b.0");
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("commit" as const), key, value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), key }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("merge" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("flow" as const), count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("time" as const), ms: fc.constantFrom(1, 20, 1_500, 40_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("visit" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A page over the server's own room, and what was ever true there. */
class Model {
  far!: RoomServer;
  readonly page = new LivePage((timers) => {
    this.far = new RoomServer(timers);
    return this.far.openSocket;
  });
  readonly committed = new Map<string, Set<string>>();
  readonly revs = new Map<string, number>();
  pair = 0;
  #leave: (() => void) | null = null;

  constructor() {
    this.page.client.want(["a.*"], null);
    this.page.client.start();
  }

  run(one: Step): void {
    const { page, far } = this;
    switch (one.do) {
      case "commit":
        // The twins are written together with everything else: a reader that sees them differ saw half a commit.
        this.pair += 1;
        return this.commit({ [one.key]: one.value, "a.twin1": this.pair, "a.twin2": this.pair });
      case "remove":
        return far.commit({}, [one.key]);
      case "merge":
        return far.board.merge();
      case "flow":
        return far.flow(one.count);
      case "time":
        return page.timers.advance(one.ms);
      case "cut":
        return far.cut();
      case "visit":
        this.#leave = this.#leave ? (this.#leave(), null) : page.client.want(["b.*"], null);
    }
  }

  commit(writes: Record<string, Json>): void {
    for (const [name, written] of Object.entries(writes)) {
      const seen = this.committed.get(name) ?? new Set();
      this.committed.set(name, seen.add(canonical(written)));
    }
    this.far.commit(writes);
  }

  check(): void {
    const held = this.page.held();
    for (const [name, seen] of Object.entries(held)) {
      expect(this.committed.get(name), `a value of ${name} that never was`).toContain(canonical(seen as Json));
      const rev = this.page.value(name)?.rev ?? 0;
      expect(rev, `the rev of ${name}`).toBeGreaterThanOrEqual(this.revs.get(name) ?? 0);
      this.revs.set(name, rev);
    }
    expect(held["a.twin1"], "both halves of a commit").toBe(held["a.twin2"]);
  }

  /** Everything that is on its way arrives. */
  quiet(): void {
    const { page, far } = this;
    for (let i = 0; i < 200 && (i < 5 || page.client.readStatus().state !== "live"); i++) {
      page.timers.advance(1_000);
      far.board.merge();
      far.flow(50);
      page.timers.advance(20);
    }
  }

  expected(patterns: readonly string[]): Record<string, Json> {
    const { store } = this.far.board;
    const names = [...store.keys()].filter((name) => patterns.some((pattern) => matches(pattern, name)));
    return Object.fromEntries(names.map((name) => [name, store.get(name)?.value ?? null]));
  }

  get patterns(): string[] {
    return this.#leave ? ["a.*", "b.*"] : ["a.*"];
  }
}

property.prop([fc.array(step, { maxLength: 60 })], { numRuns: RUNS })(
  "[I1 I2 I3 I4 I11] the client over the server's room: only committed values, never half a commit, never back, and in the end the same",
  (steps) => {
    const model = new Model();
    for (const one of steps) {
      model.run(one);
      model.check();
    }
    model.quiet();
    model.check();
    expect(model.page.held()).toEqual(model.expected(model.patterns));
    expect(
      model.far.sent.filter((text) => text.includes("resync")),
      "every patch fits what the server knows us to hold",
    ).toEqual([]);
  },
);

test("[D12] a change of a few members travels as a patch, and what it leaves alone keeps its reference", () => {
  const model = new Model();
  const table = (n: number) =>
    Array.from({ length: 20 }, (_, id) => ({ id, v: id === 3 ? n : 0, text: "a row of some length" }));
  model.commit({ "a.0": table(0) });
  model.quiet();
  const before = model.page.value("a.0")?.value as readonly Json[];
  const { sent, received } = model.far;
  received.length = 0;
  model.commit({ "a.0": table(1) });
  model.quiet();
  const after = model.page.value("a.0")?.value as readonly Json[];
  expect(after).toEqual(table(1));
  expect(after[2]).toBe(before[2]);
  expect(after[3]).not.toBe(before[3]);
  expect(received.find((text) => text.includes("data_update"))).toContain(
    '"patch":[{"op":"replace","path":"/3/v","value":1}]',
  );
  expect(sent.every((text) => !text.includes("resync"))).toBe(true);
});

test("[D13] a patch that does not fit is repaired by asking for the whole value, once, also over a lost connection", () => {
  const model = new Model();
  const table = (n: number) =>
    Array.from({ length: 20 }, (_, id) => ({ id, v: id === 3 ? n : 0, text: "a row of some length" }));
  model.commit({ "a.0": table(0) });
  model.quiet();
  const { sent } = model.far;
  model.far.garble = (text) => text.replace('"base":1', '"base":77');
  model.commit({ "a.0": table(1) });
  model.far.flow(5);
  model.page.timers.advance(20);
  expect(model.page.value("a.0")?.value).toEqual(table(0));
  model.far.flow(1);
  expect(sent.filter((text) => text.includes("resync"))).toHaveLength(1);
  model.far.cut();
  model.far.garble = (text) => text;
  model.quiet();
  expect(model.page.value("a.0")?.value).toEqual(table(1));
});
