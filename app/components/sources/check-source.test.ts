import { expect, test } from "vitest";
import { checkDraft, checkNaming, intervalOf, NAMELESS } from "./check-source";
import { emptyRule, emptyValues, type SourceValues } from "./source-values";

const prometheus: SourceValues = {
  ...emptyValues,
  name: "Node",
  slug: "node2",
  url: "http://10.0.0.7:9100/metrics",
  own: { ...emptyValues.own, "prometheus-scrape.include": "node_cpu_* node_load1, node_memory_*" },
};
const json: SourceValues = { ...emptyValues, kind: "http-json", slug: "fx", url: "https://api.example.org/rates" };
const withOwn = (own: Record<string, string>): SourceValues => ({ ...prometheus, own: { ...prometheus.own, ...own } });
const rule = { ...emptyRule, path: "eur", expression: "rates.EUR" };

test("a filled-in form becomes a draft that holds only what was given", () => {
  expect(checkDraft(prometheus)).toEqual({
    ok: true,
    draft: {
      slug: "node2",
      kind: "prometheus-scrape",
      settings: {
        url: "http://10.0.0.7:9100/metrics",
        include: ["node_cpu_*", "node_load1", "node_memory_*"],
        exclude: [],
        rates: "yes",
      },
    },
  });
  expect(checkDraft({ ...json, rules: [{ ...rule, unit: "EUR" }] })).toMatchObject({
    draft: { settings: { mapping: [{ path: "eur", expression: "rates.EUR", unit: "EUR" }] } },
  });
});

test.each(["editable", "push"])("what is written (%s) needs a name and nothing else", (kind) => {
  const written: SourceValues = { ...emptyValues, kind, name: "To do", slug: "todo", interval: "" };
  expect(checkDraft(written)).toEqual({ ok: true, draft: { slug: "todo", kind, settings: {} } });
  expect(checkNaming(written)).toEqual({});
  expect(intervalOf(written)).toBe(86_400_000);
  expect(Object.keys(checkNaming({ ...written, name: "" }))).toEqual(["name"]);
  expect(intervalOf(prometheus)).toBe(10_000);
});

test("a draft can be tested before it has a proper name", () => {
  expect(checkDraft({ ...json, name: "", slug: "Not yet" })).toMatchObject({ ok: true, draft: { slug: NAMELESS } });
});

test.each<[string, SourceValues, string]>([
  ["an address that is none", { ...json, url: "example" }, "url"],
  ["no address", { ...prometheus, url: "" }, "url"],
  ["an unknown kind", { ...prometheus, kind: "ftp" }, "kind"],
  [
    "a metric pattern with other letters",
    withOwn({ "prometheus-scrape.exclude": "go_*, käse" }),
    "prometheus-scrape.exclude",
  ],
  ["a rule without an expression", { ...json, rules: [rule, { ...rule, expression: "" }] }, "rule.1.expression"],
  ["a member's name that is too long", { ...json, rules: [{ ...rule, rowKey: "x".repeat(101) }] }, "rule.0.rowKey"],
  ["a key with a blank", { ...json, rules: [{ ...rule, path: "largest depth" }] }, "rule.0.path"],
])("%s is told at its field", (_, values, field) => {
  const checked = checkDraft(values);
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

test("name, short name and interval are told at their fields", () => {
  expect(checkNaming(prometheus)).toEqual({});
  expect(Object.keys(checkNaming({ ...prometheus, name: "", slug: "-x", interval: "10" }))).toEqual([
    "name",
    "slug",
    "interval",
  ]);
  expect(checkNaming({ ...prometheus, slug: "" }).slug).toBe("Give it a short name.");
  expect(checkNaming({ ...prometheus, slug: "new" }).slug).toBe("This word is reserved.");
});

const secret = `0123abcd.${"x".repeat(40)}`;
const withHeaders = (headers: string, url = json.url): SourceValues => ({
  ...json,
  url,
  own: { ...json.own, "http-json.headers": headers },
});

test("[Z1] a header that carries a credential is marked as a secret, and one without a value is asked for", () => {
  expect(checkDraft(withHeaders("Authorization: Bearer abc\nAccept: a/b"))).toMatchObject({
    draft: { settings: { headers: { Authorization: { plain: "Bearer abc" }, Accept: "a/b" } } },
  });
  expect(checkDraft(withHeaders("Authorization:"))).toEqual({
    ok: false,
    errors: { "http-json.headers": "Give the secret: Authorization." },
  });
  expect(checkDraft(withHeaders("Authorization: caf\u00e9"))).toMatchObject({
    errors: { "http-json.headers": "Only plain ASCII text." },
  });
});

test("[Z6] of a source that is changed it is kept, replaced, or asked for again where the address is another", () => {
  const before = { url: json.url, headers: { Authorization: { secret } } };
  expect(checkDraft(withHeaders("Authorization:"), before)).toMatchObject({
    draft: { settings: { headers: { Authorization: { secret } } } },
  });
  expect(checkDraft(withHeaders("Authorization: new"), before)).toMatchObject({
    draft: { settings: { headers: { Authorization: { plain: "new" } } } },
  });
  expect(checkDraft(withHeaders("Authorization:", "https://evil.example/"), before)).toEqual({
    ok: false,
    errors: { "http-json.headers": "The address is another one: type the secret again." },
  });
});

test("[Z6] a database's secret stays where nothing is typed", () => {
  const own = { ...json.own, "sql.query": "SELECT 1" };
  const sql: SourceValues = { ...json, kind: "sql", url: "", own };
  expect(checkDraft(sql, { connection: { secret }, query: "SELECT 2" })).toMatchObject({
    draft: { settings: { connection: { secret }, query: "SELECT 1" } },
  });
  expect(checkDraft(sql)).toMatchObject({ ok: false });
});
