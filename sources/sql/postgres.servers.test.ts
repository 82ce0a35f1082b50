import postgres from "postgres";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { QueryRequest } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { keptLog } from "../testing/kept-log";
import { matching } from "../testing/matching";
import { sql } from "./connector";
import { guardedQuery } from "./guarded-query";

const database = inject("postgres");
const log = keptLog();
const bindings = {
  d1: () => undefined,
  hyperdrive: (name: string) => (name === "SQL_SHOP" ? { connectionString: database } : undefined),
};
const query = guardedQuery({ allowPrivate: true, ownHosts: [], bindings, log });

const ask = (text: string, more: Partial<QueryRequest> = {}) =>
  query({ database, query: text, timeout: 5_000, maxRows: 100, maxBytes: 100_000, ...more });

/** The source's keys, as its connector makes them of the real server's answer. */
async function read(settings: Record<string, unknown>) {
  const parsed = sql.parseSettings({ connection: database, ...settings });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return sql.read(parsed.settings, { get: () => Promise.reject(new Error("asked")), query }, firstLook);
}

const orders = "SELECT item, count(*) AS sold, sum(price) AS total FROM orders GROUP BY item ORDER BY item";

beforeAll(async () => {
  const admin = postgres(database, { max: 1, onnotice: () => {} });
  await admin`DROP TABLE IF EXISTS orders`;
  await admin`CREATE TABLE orders (id bigint, item text, price numeric(10, 2), at timestamptz)`;
  await admin`INSERT INTO orders VALUES (1, 'lamp', 12.5, '2026-11-21 10:00Z'), (2, 'lamp', 12.5, NULL), (9007199254740993, 'chair', 149, now())`;
  await admin.end();
});

describe("[SQL1] what becomes keys", () => {
  test("the columns of the first row", async () => {
    expect(await read({ query: `${orders} DESC LIMIT 1;` })).toMatchObject({
      readings: [
        { path: "item", value: "lamp", meta: { kind: "value" } },
        { path: "sold", value: 2, meta: { kind: "series" } },
        { path: "total", value: 25, meta: { kind: "series" } },
      ],
    });
  });

  test("each cell, by its row and column", async () => {
    const outcome = await read({ query: orders, make: "cells", rowKey: "item" });
    expect(outcome.ok && outcome.readings.map(({ path, value }) => [path, value])).toEqual([
      ["chair.sold", 1],
      ["chair.total", 149],
      ["lamp.sold", 2],
      ["lamp.total", 25],
    ]);
  });

  test("all rows as one list, at most as many as are wanted", async () => {
    const outcome = await read({
      query: "SELECT n, n % 2 = 0 AS even FROM generate_series(1, 1000) n",
      make: "rows",
      maxRows: 300,
    });
    expect(outcome).toMatchObject({ notes: [matching(/first 300/)] });
    const [rows] = outcome.ok ? outcome.readings : [];
    expect(Array.isArray(rows?.value) && [rows.value.length, rows.value[299]]).toEqual([300, { n: 300, even: true }]);
  });

  test("a query that finds no row has columns all the same, without values", async () => {
    expect(await read({ query: "SELECT price, item FROM orders WHERE false" })).toMatchObject({
      readings: [
        { path: "price", value: null, meta: { kind: "series" } },
        { path: "item", value: null, meta: { kind: "value" } },
      ],
    });
  });

  test("values of all types are JSON", async () => {
    const reply = await ask(
      `SELECT 'NaN'::float8 AS nan, 2::numeric ^ 80 AS large, timestamptz '2026-11-21 10:00+00' AS at, '{"a": [1]}'::jsonb AS json, '\\x0102'::bytea AS bytes, true AS yes, ARRAY[1, 2] AS list, NULL AS nothing`,
    );
    expect(reply).toMatchObject({
      columns: [{ numeric: true }, { numeric: true }, { name: "at", numeric: false }, {}, {}, {}, {}, {}],
      rows: [[Number.NaN, 2 ** 80, matching(/^2026-11-21 \d\d:00/), { a: [1] }, "\\x0102", true, "{1,2}", null]],
    });
  });

  test("a name that the operator bound stands for a database", async () => {
    expect(await ask("SELECT 1 AS one", { database: "hyperdrive:SQL_SHOP" })).toMatchObject({ rows: [[1]] });
    expect(await ask("SELECT 1", { database: "hyperdrive:SQL_OTHER" })).toMatchObject({
      failure: { code: "bad_settings" },
    });
  });
});

describe("[SQL2] nothing is changed", () => {
  test.each([
    "INSERT INTO orders VALUES (3, 'x', 1, now())",
    "SELECT 1; DROP TABLE orders",
    "SELECT 1; COMMIT; DROP TABLE orders",
    "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
    "SELECT nextval('numbers')",
    "SELECT set_config('transaction_read_only', 'off', true)",
  ])("%s", async (text) => {
    const admin = postgres(database, { max: 1, onnotice: () => {} });
    await admin`CREATE SEQUENCE IF NOT EXISTS numbers`;
    expect(await ask(text)).toMatchObject({ ok: false, failure: { code: "bad_mapping" } });
    expect(await admin`SELECT count(*)::int AS left FROM orders`).toMatchObject([{ left: 3 }]);
    await admin.end();
  });
});

describe("[SQL3] what goes wrong", () => {
  test("a query that does not work is told in the server's words, with the place", async () => {
    expect(await ask("SELECT pric FROM orders")).toMatchObject({
      failure: {
        code: "bad_mapping",
        message: 'The query does not work: column "pric" does not exist, at character 8.',
      },
    });
  });

  test("one that takes too long is given up, and its connection closed", async () => {
    const reply = await ask("SELECT pg_sleep(20)", { timeout: 500 });
    expect(reply).toMatchObject({ ok: false, failure: { code: "timeout" } });
    const admin = postgres(database, { max: 1 });
    const left = () => admin`SELECT 1 FROM pg_stat_activity WHERE application_name = 'deltaboard' AND state = 'active'`;
    await expect.poll(async () => (await left()).length, { timeout: 5_000 }).toBe(0);
    await admin.end();
  });

  test("rows that are too large are not taken", async () => {
    const many = "SELECT repeat('x', 1000) FROM generate_series(1, 4000)";
    expect(await ask(many, { maxRows: 5_000 })).toMatchObject({ failure: { code: "too_large" } });
  });

  test("a wrong password, a wrong name, and nobody there", async () => {
    const at = (change: (url: URL) => void) => {
      const url = new URL(database);
      change(url);
      return ask("SELECT 1", { database: url.href });
    };
    expect(await at((url) => (url.password = "wrong"))).toMatchObject({
      failure: { code: "bad_settings", message: matching(/user or password/) },
    });
    expect(await at((url) => (url.pathname = "/none"))).toMatchObject({
      failure: { code: "bad_settings", message: matching(/no such database/) },
    });
    expect(await at((url) => (url.port = "1025"))).toMatchObject({ failure: { code: "unreachable" } });
    expect(JSON.stringify(log.lines)).not.toContain(new URL(database).password);
  });
});
