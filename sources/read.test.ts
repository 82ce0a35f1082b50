import { expect, test } from "vitest";
import type { Egress } from "../core/sources/connector";
import type { SourceDraft } from "../core/sources/definition";
import { failureCode } from "../core/sources/state";
import { failed, failureSentences } from "./failure";
import { readSource } from "./read";
import { keptLog } from "./testing/kept-log";
import { matching } from "./testing/matching";
import { oneAnswer } from "./testing/one-answer";

const json = (value: unknown): Egress =>
  oneAnswer({ ok: true, status: 200, contentType: "application/json", text: JSON.stringify(value) });
const draft = (more: Partial<SourceDraft> = {}): SourceDraft => ({
  slug: "shop",
  kind: "http-json",
  settings: { url: "https://api.example/" },
  ...more,
});

function read(egress: Egress, source = draft()) {
  return readSource(source, egress, { log: keptLog(), clock: { now: () => 0 } });
}

test("gives the keys of a source under their full names", async () => {
  expect(await read(json({ orders: 3 }))).toEqual({
    ok: true,
    readings: [{ key: "shop.orders", value: 3, meta: { kind: "series" } }],
    notes: [],
    reply: { body: { orders: 3 }, cut: false },
  });
});

test("knows both kinds", async () => {
  const text = oneAnswer({ ok: true, status: 200, contentType: "text/plain", text: "up 1\n" });
  expect(await read(text, draft({ kind: "prometheus-scrape", slug: "prom" }))).toMatchObject({
    readings: [{ key: "prom.up", value: 1 }],
  });
});

test("a source that people write has nothing to ask", async () => {
  expect(await read(json({}), draft({ kind: "editable", settings: {} }))).toEqual(
    failed("bad_settings", "People write this source: there is nothing to ask."),
  );
  expect(await read(json({}), draft({ kind: "editable" }))).toMatchObject({ failure: { code: "bad_settings" } });
});

test("a kind that is not there, and settings that do not fit, are told as such", async () => {
  expect(await read(json({}), draft({ kind: "toString" }))).toMatchObject({
    ok: false,
    failure: { code: "bad_settings", message: "There is no kind of source called “toString”." },
  });
  expect(await read(json({}), draft({ settings: {} }))).toMatchObject({ failure: { code: "bad_settings" } });
});

test("a failure of the way out is passed on, with how long to wait", async () => {
  const reply = { ok: false, failure: { code: "rate_limited", message: "Later." }, retryAfter: 9_000 } as const;
  expect(await read(oneAnswer(reply))).toEqual(reply);
});

test("a defect is logged with its stack, and told without it", async () => {
  const log = keptLog();
  const broken: Egress = {
    get: () => {
      throw new TypeError("x is not a function at 10.0.0.1");
    },
  };
  expect(await readSource(draft(), broken, { log, clock: { now: () => 0 } })).toEqual(failed("internal"));
  expect(log.lines).toEqual([
    {
      event: "source.defect",
      fields: { slug: "shop", kind: "http-json", error: matching(/x is not a function at 10\.0\.0\.1/) },
    },
  ]);
});

test("keys whose names would be too long are left out with a note that names them", async () => {
  const long = "n".repeat(200);
  const outcome = await read(json({ a: 1, [long]: 2 }));
  expect(outcome).toMatchObject({ ok: true, readings: [{ key: "shop.a" }] });
  expect(outcome.ok ? outcome.notes : []).toEqual([
    `Left out: a key has at most 8 parts and 128 characters: “${"n".repeat(59)}…”.`,
  ]);
});

test("a metric with too many labels is left out, not the source", async () => {
  const labels = Array.from({ length: 7 }, (_, i) => `l${i}="v"`).join(",");
  const text = oneAnswer({ ok: true, status: 200, contentType: "text/plain", text: `build_info{${labels}} 1\nup 1\n` });
  const outcome = await read(text, draft({ kind: "prometheus-scrape", slug: "prom" }));
  expect(outcome).toMatchObject({ ok: true, readings: [{ key: "prom.up" }] });
  expect(outcome.ok ? outcome.notes?.[0] : "").toContain("“build_info.v.v");
});

test("a source of which every key is left out fails", async () => {
  expect(await read(json({ ["n".repeat(200)]: 2 }))).toMatchObject({
    ok: false,
    failure: { code: "bad_mapping", message: matching(/“nnn/) },
  });
});

test("a value over 256 kB is refused by its bytes, and its key named", async () => {
  const over = { ok: false, failure: { code: "bad_body", message: "The key “text” would hold over 256 kB." } };
  expect(await read(json({ text: "a".repeat(262_142) }))).toMatchObject({ ok: true });
  expect(await read(json({ text: "a".repeat(262_143) }))).toEqual(over);
  expect(await read(json({ text: "å".repeat(131_072) }))).toEqual(over);
});

test("[N7] a value nested deeper than 64 levels is refused and its key named, whatever built it", async () => {
  const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
  const settings = { url: "https://shop.example/", mapping: [{ path: "deep", expression: "[[[[@]]]]" }] };
  expect(await read(json(nested(60)), draft({ settings }))).toMatchObject({ ok: true });
  expect(await read(json(nested(61)), draft({ settings }))).toMatchObject({ ok: false });
});

test("every failure has a sentence", () => {
  expect(Object.keys(failureSentences).sort()).toEqual([...failureCode.options].sort());
  for (const sentence of Object.values(failureSentences)) expect(sentence).toMatch(/^[A-Z].+\.$/);
});

test("a sentence stays short, whatever is quoted in it", () => {
  expect(failed("bad_body", "x".repeat(5_000)).failure.message).toHaveLength(300);
});
