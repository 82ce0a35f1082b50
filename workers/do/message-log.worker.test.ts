import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import type { Json } from "../../core/json";
import type { Principal } from "../../core/live-object";
import { room } from "../../core/people/message";
import { liveObject } from "../../server/live-object";
import { olderMessages } from "../../server/older-messages";
import { upstreamForEachTest } from "../testing/upstream";

upstreamForEachTest();
afterEach(() => {
  vi.useRealTimers();
});

const somebody = (userId: string): Principal => ({
  kind: "member",
  userId,
  name: userId,
  role: "editor",
  sessionId: userId,
  sessionEnds: 4e12,
});

/** A board of a workspace of nobody, and what is said beside it. */
class Harbour {
  readonly workspace = `w-${crypto.randomUUID()}`;
  readonly board = crypto.randomUUID();
  #now = Date.now();
  #said = 0;

  async open(): Promise<this> {
    const sql =
      "INSERT INTO board (id, workspace_id, slug, document, created_at, updated_at) VALUES (?, ?, 'one', ?, 0, 0)";
    const document = JSON.stringify({ schema: 1, title: "One", panels: [] });
    await env.DB.prepare(sql).bind(this.board, this.workspace, document).run();
    await this.object.boardsChanged();
    return this;
  }

  get object() {
    return liveObject(env, this.workspace);
  }

  /** Says it as one of many, so that nobody says too much. */
  async say(data: Json, who = `u${Math.floor(this.#said / 9)}`): Promise<void> {
    this.#said += 1;
    const frame = { type: "append", id: String(this.#said), key: `$rooms.${this.board}`, data } as const;
    expect(await this.object.say(somebody(who), frame, "page")).toMatchObject({ type: "done" });
  }

  async room() {
    const { values } = await this.object.changesSince(somebody("u0"), [`$rooms.${this.board}`], null);
    return v.parse(room, values[0]?.value);
  }

  older(before = Number.MAX_SAFE_INTEGER, workspace = this.workspace) {
    return olderMessages(env, workspace, { board: this.board, before });
  }

  /** A flush comes due, and ends. */
  async flush(): Promise<void> {
    this.#now += 6 * 60_000;
    vi.useFakeTimers({ toFake: ["Date"], now: this.#now });
    await this.object.poke();
    await vi.waitFor(async () => expect(await this.unrecorded()).toBe(0), { timeout: 5_000, interval: 10 });
  }

  unrecorded(): Promise<number> {
    return runInDurableObject(
      env.DASHBOARD.getByName(this.workspace),
      (_, { storage }) => storage.sql.exec("SELECT n FROM unrecorded_message").toArray().length,
    );
  }
}

test("[PE19] what is said is recorded with the next flush, also what has left the room by then", async () => {
  const harbour = await new Harbour().open();
  for (let i = 0; i < 117; i++) await harbour.say({ text: `message ${i}` });
  const held = await harbour.room();
  expect([held.length, held[0]?.text]).toEqual([100, "message 17"]);
  expect((await harbour.older()).messages).toEqual([]);
  await harbour.flush();
  const first = await harbour.older(held[0]?.id);
  expect(first.messages.map(({ text }) => text)).toEqual(Array.from({ length: 17 }, (_, i) => `message ${i}`));
  expect(first.more).toBe(false);
  const newest = await harbour.older();
  expect(newest.messages).toEqual(held.slice(-50));
  expect(newest.more).toBe(true);
  expect((await harbour.older(undefined, "w-other")).messages).toEqual([]);
});

test("[PE19] other words, and what is taken back, are recorded as well; told again, it is the same", async () => {
  const harbour = await new Harbour().open();
  for (const text of ["one", "two", "three"]) await harbour.say({ text }, "u0");
  await harbour.flush();
  const [one, two, three] = (await harbour.room()).map(({ id }) => id);
  await harbour.say({ of: one ?? 0, text: "ONE" }, "u0");
  await harbour.say({ of: two ?? 0, text: null }, "u0");
  await harbour.say({ of: three ?? 0, text: null }, "u1");
  await harbour.flush();
  const { messages } = await harbour.older();
  expect(messages).toEqual(await harbour.room());
  expect(messages).toMatchObject([{ text: "ONE" }, { text: "", removed: { id: "u1" } }]);
});

test("[PE19] it waits in the object for as long as D1 refuses, also over a sleep", async () => {
  const harbour = await new Harbour().open();
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await runInDurableObject(env.DASHBOARD.getByName(harbour.workspace), (instance) => {
    vi.spyOn((Reflect.get(instance, "env") as Env).DB, "batch").mockRejectedValueOnce(new Error("D1 is away"));
  });
  await harbour.say({ text: "one" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  await harbour.object.poke();
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining("flush_failed")));
  expect(await harbour.unrecorded()).toBe(1);
  await evictDurableObject(env.DASHBOARD.getByName(harbour.workspace));
  expect(await harbour.unrecorded()).toBe(1);
  await harbour.flush();
  expect((await harbour.older()).messages).toMatchObject([{ text: "one" }]);
});

test("[PE20] a board that is deleted takes its record along", async () => {
  const harbour = await new Harbour().open();
  await harbour.say({ text: "one" });
  await harbour.flush();
  await env.DB.prepare("DELETE FROM board WHERE id = ?").bind(harbour.board).run();
  await harbour.object.boardsChanged();
  expect((await harbour.older()).messages).toEqual([]);
  const { values } = await harbour.object.changesSince(somebody("u0"), [`$rooms.${harbour.board}`], null);
  expect(values).toEqual([]);
});
