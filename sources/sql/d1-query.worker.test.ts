import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { askD1 } from "./d1-query";

const ask = (query: string, maxRows = 10) =>
  askD1(env.DB, { database: "d1:SQL_X", query, timeout: 1_000, maxRows, maxBytes: 10_000 });
const count = async () => (await env.DB.prepare("SELECT count(*) AS n FROM stock").first<{ n: number }>())?.n;

beforeAll(async () => {
  await env.DB.batch([
    env.DB.prepare("CREATE TABLE stock (sku TEXT, price REAL, pieces INTEGER, picture BLOB)"),
    env.DB.prepare("INSERT INTO stock VALUES ('A-1', 12.5, 7, NULL), ('B;2', 149, NULL, x'0102')"),
  ]);
});

test("[SQL1] a D1 database's rows, with their types", async () => {
  expect(await ask("SELECT *, 'a;b' AS note FROM stock ORDER BY sku; -- all of it")).toMatchObject({ ok: false });
  expect(await ask("SELECT *, ';)' AS note FROM stock ORDER BY sku -- all of it ;")).toEqual({
    ok: true,
    columns: [
      { name: "sku", numeric: false },
      { name: "price", numeric: true },
      { name: "pieces", numeric: true },
      { name: "picture", numeric: false },
      { name: "note", numeric: false },
    ],
    rows: [
      ["A-1", 12.5, 7, null, ";)"],
      ["B;2", 149, null, "2 bytes", ";)"],
    ],
    more: false,
  });
  expect(await ask("WITH one AS (SELECT 1 AS n) SELECT n FROM one;")).toMatchObject({ rows: [[1]] });
  expect(await ask("SELECT sku FROM stock", 1)).toMatchObject({ rows: [["A-1"]], more: true });
});

describe("[SQL2] nothing is changed", () => {
  test.each([
    "DELETE FROM stock",
    "DELETE FROM stock RETURNING *",
    "SELECT 1; DELETE FROM stock",
    "SELECT 1) ; DELETE FROM stock; --",
    "SELECT 1) ; DELETE FROM stock; SELECT (1",
    "SELECT 1 /* ; */) ; DELETE FROM stock; /*",
    "SELECT '1) ; DELETE FROM stock; --",
    "SELECT 1 -- \n) ; DELETE FROM stock",
    "WITH gone AS (DELETE FROM stock RETURNING *) SELECT * FROM gone",
    "PRAGMA writable_schema = 1",
    "SELECT [1) ; DELETE FROM stock; --",
  ])("%s", async (query) => {
    expect(await ask(query)).toMatchObject({ ok: false, failure: { code: "bad_mapping" } });
    expect(await count()).toBe(2);
  });
});

test("[SQL3] what D1 says against a query is told, and what is too large is not taken", async () => {
  expect(await ask("SELECT pric FROM stock")).toMatchObject({
    failure: { message: expect.stringContaining("no such column: pric") },
  });
  expect(await ask("SELECT hex(zeroblob(9000)) AS x")).toMatchObject({ failure: { code: "too_large" } });
});
