import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ChangeSet, Store } from "../../core/store/store";
import { storageContract } from "../../core/testing/storage-contract";
import { liveObject } from "../../server/live-object";
import { log } from "../../server/log";
import { commit } from "../testing/commit";
import { owner } from "../testing/socket";
import { SqlStorage } from "./sql-storage";

/** The object's storage, emptied of what the object itself has put there. */
function inObject<T>(body: (storage: DurableObjectStorage) => T): Promise<T> {
  const object = env.DASHBOARD.getByName(`w-${crypto.randomUUID()}`);
  return runInDurableObject(object, (_, { storage }) => {
    for (const table of ["schema_version", "store", "page", "set_aside"]) storage.sql.exec(`DROP TABLE ${table}`);
    return body(storage);
  });
}

const aside = ({ sql }: DurableObjectStorage) =>
  sql
    .exec<{ id: number; slug: string; seq: number; body: string }>(
      "SELECT page AS id, slug, seq, body FROM set_aside ORDER BY rowid",
    )
    .toArray();

afterEach(() => {
  vi.restoreAllMocks();
});

describe("sqlite in the object", () => {
  storageContract((body) =>
    inObject((platform) => {
      const reopen = () => new SqlStorage(platform);
      body({ storage: reopen(), reopen, aside: () => aside(platform) });
    }),
  );
});

describe("[ST8] the version of the tables", () => {
  const versionOf = ({ sql }: DurableObjectStorage) =>
    sql.exec("SELECT version FROM schema_version WHERE owner = 'store'").one().version;

  test("tables from before there were versions keep what they hold", () =>
    inObject((storage) => {
      storage.sql.exec(`
        CREATE TABLE store (id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, horizon INTEGER NOT NULL);
        CREATE TABLE page (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL);
        INSERT INTO store VALUES (1, 'abcdefgh', 3);
        INSERT INTO page VALUES (4, 'a', 9, '{}');
      `);
      expect(new SqlStorage(storage).read()).toEqual({
        epoch: "abcdefgh",
        horizon: 3,
        pages: [{ id: 4, slug: "a", seq: 9, body: "{}" }],
      });
      expect(versionOf(storage)).toBe(2);
    }));

  test("an object that is up to date writes nothing as it starts", () =>
    inObject((storage) => {
      new SqlStorage(storage);
      const before = storage.sql.exec("SELECT total_changes() AS changes").one().changes;
      new SqlStorage(storage);
      expect(storage.sql.exec("SELECT total_changes() AS changes").one().changes).toBe(before);
    }));

  test("tables of a newer build are refused, with what to do, and stay as they are", () =>
    inObject((storage) => {
      new SqlStorage(storage).write({ epoch: "abcdefgh", pages: [] });
      storage.sql.exec("UPDATE schema_version SET version = 99 WHERE owner = 'store'");
      expect(() => new SqlStorage(storage)).toThrow(/version 99.*up to 2.*deploy that one again/);
      expect(versionOf(storage)).toBe(99);
      expect(storage.sql.exec("SELECT epoch FROM store").one().epoch).toBe("abcdefgh");
    }));
});

test("[S3] [S4] [S11] [S14] what a commit costs, as SQLite counts it", () =>
  inObject((storage) => {
    const store = new Store(new SqlStorage(storage), () => "abcdefgh");
    const exec = storage.sql.exec.bind(storage.sql);
    let rows = 0;
    vi.spyOn(storage.sql, "exec").mockImplementation((query, ...bindings: unknown[]) => {
      const result = exec(query, ...bindings);
      rows += result.rowsWritten;
      return result;
    });
    const cost = (change: Partial<ChangeSet>) => {
      rows = 0;
      store.commit({ at: 1, writes: [], removes: [], lastCheck: null, interval: 0, ...change });
      return rows;
    };
    const set = (slug: string, keys: readonly number[], value: number) =>
      keys.map((i) => ({ key: `${slug}.k${i}`, value, meta: { kind: "series" } as const }));
    const count = (length: number, step = 1) => Array.from({ length }, (_, i) => i * step);
    const events = (data: string) => [{ key: "c.log", events: [{ at: 1, data }], meta: { kind: "stream" } as const }];
    expect(cost({ writes: set("a", count(40), 1) })).toBe(1);
    expect(cost({ writes: set("a", count(40), 2) })).toBe(1);
    expect(cost({ writes: set("b", count(10_000), 1) })).toBe(Math.ceil(10_000 / 64));
    expect(cost({ writes: set("b", count(10, 997), 2) })).toBeLessThanOrEqual(10);
    expect(cost({ appends: events("x"), once: { writer: "u1", id: "w1" } })).toBe(1);
    expect(cost({ appends: events("y"), once: { writer: "u1", id: "w2" } })).toBe(1);
    expect(cost({ writes: set("a", [0], 2), once: { writer: "u1", id: "w3" } })).toBe(1);
    expect(cost({ writes: set("a", [0], 2) })).toBe(0);
  }));

test("[S16] an object with a damaged page starts, keeps the page aside, and has its readers start afresh", async () => {
  const id = `w-${crypto.randomUUID()}`;
  await commit(id, { "a.x": 1, "b.x": 2 });
  const object = liveObject(env, id);
  const { cursor } = await object.changesSince(owner, ["*"], null);
  await runInDurableObject(env.DASHBOARD.getByName(id), (_, { storage }) => {
    storage.sql.exec("UPDATE page SET body = '{' WHERE slug = 'b'");
  });
  await evictDurableObject(env.DASHBOARD.getByName(id));
  const told = vi.spyOn(log, "error").mockImplementation(() => {});
  const after = await object.changesSince(owner, ["*"], cursor);
  expect(after).toMatchObject({ full: true, reason: "epoch", values: [{ key: "a.x", value: 1 }] });
  expect(told).toHaveBeenCalledWith("pages_set_aside", expect.objectContaining({ pages: [2] }));
  await runInDurableObject(env.DASHBOARD.getByName(id), (_, { storage }) => {
    expect(aside(storage)).toEqual([{ id: 2, slug: "b", seq: 1, body: "{" }]);
  });
});
