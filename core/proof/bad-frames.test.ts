import { expect, test } from "vitest";
import type { ChangeSet, Commit } from "../store/change-set";
import { ModelDashboard } from "../testing/model-dashboard";
import type { BadFrame } from "./testing/bad-frame";
import { badFrames, sentTo } from "./testing/bad-frames";
import { writable, writableStream } from "./testing/odd-writes";

const series = { kind: "series" } as const;

/** An object with a reader who minds its own business, and one who does not. */
class Scene {
  readonly board = new ModelDashboard();
  readonly witness = this.board.connect("witness", ["*", "$sources.*"]);
  readonly attacker = this.board.connect("attacker", [], undefined, "editor");
  readonly #rev: number;
  #commits = 0;

  constructor() {
    this.board.refresher.setSources([{ ...this.board.source("list"), kind: "editable" }]);
    const writes = Object.entries(writable).map(([key, value]) => ({ key, value, meta: { kind: "value" as const } }));
    const appends = [{ key: writableStream, events: [], meta: { kind: "stream" as const } }];
    this.#rev = this.#change({ writes, appends })?.cursor.seq ?? 0;
    this.commit();
    this.commit();
  }

  commit(): void {
    this.#commits += 1;
    this.board.time += 1_000;
    const keys = ["a.x", "b.y", "$inbox.other", "$sources.a"];
    const writes = keys.map((key) => ({ key, value: this.#commits, meta: series }));
    this.#change({ writes });
  }

  #change(part: Partial<ChangeSet>): Commit | null {
    const change = { at: this.board.time, writes: [], removes: [], lastCheck: null, interval: 0, ...part };
    const commit = this.board.room.commit(change);
    this.board.merge();
    return commit;
  }

  send(bad: BadFrame): void {
    const sent = sentTo({ ...this.board.store.cursor, rev: this.#rev }, bad);
    // The object hands a binary message on as no text at all.
    this.board.room.receive(this.attacker.member, typeof sent === "string" ? sent : "");
  }

  /** What the room holds for a connection, and what it keeps. */
  held() {
    const { board, attacker } = this;
    const { epoch, horizon, pages } = board.storage.read();
    return {
      patterns: attacker.member.patterns.size,
      places: attacker.member.places,
      keys: [...board.store.keys()].sort(),
      members: board.room.members.size,
      stored: { epoch, horizon, pages },
    };
  }
}

/** The answer in the corpus's words. */
function heard({ attacker }: Scene) {
  const answers = attacker.heard.filter(({ type }) => type !== "data_update" && type !== "bye" && type !== "welcome");
  const [answer] = answers;
  expect(answers.length, "one answer at most").toBeLessThan(2);
  const closes = attacker.closed.length > 0 ? { closes: attacker.closed[0] } : {};
  if (answer?.type === "error") return { error: answer.code, ...closes };
  if (answer?.type === "snapshot") return { snapshot: answer.reason, ...closes };
  return { says: answer?.type ?? "nothing", ...closes };
}

test("the corpus holds over 200 different frames", () => {
  const all = badFrames.map(({ sent }) => (typeof sent === "string" ? sent : `bytes ${sent.join()}`));
  expect(new Set(all).size).toBe(badFrames.length);
  expect(new Set(badFrames.map(({ name }) => name)).size).toBe(badFrames.length);
  expect(badFrames.length).toBeGreaterThan(200);
});

test.each(badFrames.map((bad) => [bad.name, bad] as const))(
  "[X1] %s gets its answer, and nobody else notices",
  (_, bad) => {
    const [scene, control] = [new Scene(), new Scene()];
    const before = scene.held();
    scene.send(bad);
    expect(heard(scene)).toEqual(bad.outcome);
    if ("error" in bad.outcome) {
      const left = bad.outcome.closes === undefined ? {} : { members: 1 };
      expect(scene.held()).toEqual({ ...before, ...left });
    }
    for (const one of [scene, control]) one.commit();
    expect(scene.witness.heard).toEqual(control.witness.heard);
    expect(scene.attacker.heard.flatMap((frame) => JSON.stringify(frame))).not.toContainEqual(
      expect.stringContaining("$inbox.other"),
    );
  },
);

test("[X2] after the whole corpus a connection holds no more than it asked for, and the store what it held", () => {
  const scene = new Scene();
  const before = scene.held();
  for (const bad of badFrames.filter(({ outcome }) => !("error" in outcome) || outcome.closes === undefined)) {
    scene.board.time += 1_000;
    scene.send(bad);
  }
  const asked = [...scene.attacker.member.patterns];
  scene.attacker.say({ type: "unsubscribe", id: "end", keys: asked });
  scene.attacker.say({ type: "presence", id: "end", places: [] });
  expect(scene.held()).toEqual(before);
  expect(asked.length).toBeLessThan(20);
});

const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
test.each<[string, object]>([
  ["an id of 64 characters", { type: "subscribe", id: "x".repeat(64), keys: ["a.x"] }],
  ["64 patterns", { type: "subscribe", id: "1", keys: Array.from({ length: 64 }, (_, i) => `a.k${i}`) }],
  ["a name of 128 characters", { type: "resync", id: "1", keys: ["x".repeat(128)] }],
  ["eight segments", { type: "resync", id: "1", keys: ["a.b.c.d.e.f.g.h"] }],
  ["64 levels", { type: "set", id: "1", key: "a.x", value: nested(64) }],
  ["a member that is called constructor", { type: "append", id: "1", key: "a.x", data: { constructor: "Ferrari" } }],
  ["a pair of surrogates", { type: "append", id: "\u{1f600}", key: "a.x", data: "\u{1f600}" }],
  ["the largest seq", { type: "ack", cursor: "abcdefgh:9007199254740991", part: 1 }],
  ["16 places", { type: "presence", id: "1", places: Array.from({ length: 16 }, () => ({ board: "x".repeat(64) })) }],
  ["a member that nobody knows", { type: "ack", cursor: "abcdefgh:1", later: true }],
])("[X3] %s is within the bounds", (_, frame) => {
  const { attacker } = new Scene();
  attacker.say(frame);
  expect(attacker.heard).not.toContainEqual(expect.objectContaining({ code: "bad_frame" }));
});
