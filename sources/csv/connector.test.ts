import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../core/sources/connector";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { oneAnswer } from "../testing/one-answer";
import { csv } from "./connector";

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

async function read(text: string, more: Record<string, unknown> = {}, contentType = "text/csv"): Promise<Outcome> {
  const parsed = csv.parseSettings({ url: "https://table.example/t.csv", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return csv.read(parsed.settings, oneAnswer({ ok: true, status: 200, contentType, text }), firstLook);
}

async function values(text: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const outcome = await read(text, more);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return Object.fromEntries(outcome.readings.map(({ path, value }) => [path, value]));
}

describe("[CSV1] what becomes keys", () => {
  test("the columns of the last row, numbers as series", async () => {
    const outcome = await read(fixture("rates.csv"));
    expect(outcome).toMatchObject({
      readings: [
        { path: "Date", value: "20 November 2026", meta: { kind: "value" } },
        { path: "USD", value: 1.1523, meta: { kind: "series" } },
        { path: "JPY", value: 180.98 },
        { path: "BGN", value: 1.9558 },
        { path: "5", value: null, meta: { kind: "value" } },
      ],
    });
  });

  test("or of the first one", async () => {
    expect(await values("a,b\n1,x\n2,y", { make: "first" })).toEqual({ a: 1, b: "x" });
  });

  test("each cell, by the names of its row and column", async () => {
    expect(
      await values(fixture("stock.tsv"), { make: "cells", rowKey: "sku", columns: ["checked: date", "name:skip"] }),
    ).toEqual({
      "A-1.price": 12.5,
      "A-1.left": 7,
      "A-1.checked": "2026-11-20",
      "B_2f2.price": 1149,
      "B_2f2.left": null,
      "B_2f2.checked": "2026-11-21T08:30:00Z",
      "C_203.price": 240,
      "C_203.left": 0,
      "C_203.checked": null,
    });
  });

  test("the table as one list, its rows told apart by the column that is named", async () => {
    const found = await values(fixture("stock.tsv"), { make: "rows", rowKey: "sku" });
    expect(found.rows).toMatchObject([
      { sku: "A-1", price: 12.5 },
      { sku: "B/2", name: 'Chair,\n"oak"' },
      { sku: "C 3" },
    ]);
    const settings = csv.parseSettings({ text: "a\n1", make: "rows", rowKey: "a" });
    expect(settings.ok && csv.rowKey?.(settings.settings, "rows")).toBe("a");
  });

  test("text that is kept with the source is read without asking anybody", async () => {
    const parsed = csv.parseSettings({ text: "a;b\n1;2" });
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const nobody = { get: () => Promise.reject(new Error("asked")) };
    expect(await csv.read(parsed.settings, nobody, firstLook)).toMatchObject({
      readings: [{ value: 1 }, { value: 2 }],
    });
  });

  test("without names the columns are numbered", async () => {
    expect(await values("7,x\n8,y", { header: "no" })).toEqual({ "1": 8, "2": "y" });
  });

  test("a label keeps what a key cannot hold; a column may have any name", async () => {
    const outcome = await read("net price (€),__proto__\n5,6");
    expect(outcome.ok && outcome.readings.map(({ meta }) => meta.label)).toEqual(["net price (€)", "__proto__"]);
    expect(await values("a,__proto__\n5,6", { make: "rows" })).toEqual({ rows: [{ a: 5 }] });
  });
});

describe("[CSV2] what cells hold", () => {
  test("decimal commas, thousands and percentages", async () => {
    const outcome = await read(fixture("umsatz.csv"), { decimal: "comma", make: "first" });
    expect(outcome).toMatchObject({
      readings: [
        { path: "Monat", value: "Jan" },
        { path: "Umsatz", value: 1234.5 },
        { path: "Anteil", value: 12.5, meta: { unit: "%" } },
        { path: "Notiz", value: "gut" },
      ],
    });
  });

  test.each([
    ["1,234.5", 1234.5],
    ["-.5", -0.5],
    ["1e3", 1000],
    ["+7", 7],
    ["1'000'000", 1_000_000],
    ["12,34", "12,34"],
    ["0x10", "0x10"],
    ["1.2.3", "1.2.3"],
    ["Infinity", "Infinity"],
    ["N/A", null],
  ])("%s is %j", async (cell, value) => {
    const found = await values(`a\n"${cell}"${value === null ? "\n1\nnan" : ""}`);
    expect(found.a).toBe(value);
  });

  test("a column is text if one of its cells is; a unit and a type can be said", async () => {
    const text = "at,n,price: net\n2026-01-02 03:04,1,5\nsoon,x,6";
    expect(await values(text, { make: "first" })).toEqual({ at: "2026-01-02 03:04", n: "1", price_3a_20net: 5 });
    const outcome = await read(text, { columns: ["at: date", "n: number pcs", "price: net: text"], make: "first" });
    expect(outcome).toMatchObject({
      readings: [
        { value: "2026-01-02T03:04" },
        { value: 1, meta: { unit: "pcs" } },
        { value: "5", meta: { kind: "value" } },
      ],
      notes: [matching(/Row 2 of “at” is “soon”, which is no date/), matching(/Row 2 of “n” is “x”/)],
    });
  });

  test.each([
    ["2024-02-29", "2024-02-29"],
    ["2026-01-02 03:04:05.678901+0100", "2026-01-02T03:04:05.678901+01:00"],
    ["2026-02-30", null],
    ["2026-01-02 24:00", null],
  ])("the date %s is %j", async (cell, value) => {
    expect(await values(`a\n${cell}`, { columns: ["a: date"], make: "first" })).toEqual({ a: value });
  });

  test("a wrong decimal mark is suspected", async () => {
    const outcome = await read('a\n"12,5"\n"1,5"', { columns: ["a: number"] });
    expect(outcome).toMatchObject({ notes: [matching(/Is the decimal mark right\?/)] });
  });
});

describe("[CSV3] what is no table, or not the one that was set up", () => {
  test.each<[string, string, Record<string, unknown>, string, RegExp]>([
    ["nothing", " \n", {}, "bad_body", /empty/],
    ["names alone", "a,b\n", {}, "bad_body", /no rows/],
    ["a quotation mark without its other", 'a\n"x', {}, "bad_body", /quotation mark/],
    ["two columns of one name", "a,a\n1,2", {}, "bad_body", /Two columns are called “a”/],
    [
      "a column that is not there",
      "a,b\n1,2",
      { rowKey: "sku", make: "cells" },
      "bad_mapping",
      /no column “sku”.*“a”, “b”/,
    ],
    ["a rule for a column that is not there", "a\n1", { columns: ["b: text"] }, "bad_mapping", /no column “b”/],
    ["two rows of one name", "a,b\nx,1\nx,2", { rowKey: "a", make: "cells" }, "key_collision", /there twice/],
  ])("%s", async (_, text, more, code, words) => {
    expect(await read(text, more)).toMatchObject({ ok: false, failure: { code, message: matching(words) } });
  });

  test("a web page is told from a table", async () => {
    expect(await read("<!doctype html>", {}, "text/html")).toMatchObject({
      failure: { message: matching(/web page/) },
    });
  });

  test("rows of another length are read as far as they go, and told of", async () => {
    const outcome = await read("a,b\n1\n2,3,4");
    expect(outcome).toMatchObject({
      readings: [{ value: 2 }, { value: 3 }],
      notes: [matching(/2 cells, row 1 has 1, and 1 more differ/)],
    });
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{}, /^url: Give either/],
    [{ url: "https://a.example/", text: "a" }, /^url: Give either/],
    [{ text: "a\n1", make: "cells" }, /^rowKey: Name the column/],
    [{ text: "a\n1", columns: ["a"] }, /^columns 1: Such as/],
    [{ text: "x".repeat(200_001) }, /^text: At most 200,000/],
  ])("settings %j are refused", (settings, words) => {
    expect(csv.parseSettings(settings)).toMatchObject({ ok: false, failure: { message: matching(words) } });
  });
});
