import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
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
