import { expect, test } from "vitest";
import type { SourceDefinition } from "../../../core/sources/definition";
import { checkDraft } from "./check-source";
import { mergedSettings, secretSettings, valuesOf } from "./values-of";

const secret = `0123abcd.${"x".repeat(40)}`;
const source = (kind: string, settings: SourceDefinition["settings"]): SourceDefinition => ({
  id: "s1",
  slug: "shop",
  name: "Shop",
  kind,
  settings,
  interval: 5_000,
  enabled: true,
});

test.each<[string, SourceDefinition["settings"]]>([
  [
    "prometheus-scrape",
    { url: "http://10.0.0.7:9100/metrics", include: ["node_*", "up"], exclude: [], prefix: "node_", rates: "no" },
  ],
  [
    "http-json",
    {
      url: "https://api.example/",
      query: { limit: "100" },
      headers: { Accept: "text/plain" },
      mapping: [{ path: "eur", expression: "rates.EUR", unit: "EUR", scale: 2 }],
    },
  ],
])("the form of a %s source makes the same settings again", (kind, settings) => {
  const checked = checkDraft(valuesOf(source(kind, settings)));
  expect(checked.ok ? checked.draft.settings : checked.errors).toMatchObject(settings);
});

test("[Z5] a secret is not in the form; its name is", () => {
  const values = valuesOf(
    source("http-json", { url: "https://api.example/", headers: { Authorization: { secret }, Accept: "a/b" } }),
  );
  expect(JSON.stringify(values)).not.toContain("xxxx");
  expect(values.own["http-json.headers"]).toBe("Authorization:\nAccept: a/b");
  expect(JSON.stringify(valuesOf(source("sql", { connection: { secret }, query: "SELECT 1" })))).not.toContain("xxxx");
  expect(secretSettings("sql")).toEqual(["connection"]);
});

test("what the form has no field for stays", () => {
  const before = { url: "https://a.example/", timeout: 20_000, mapping: [{ path: "a", expression: "a", label: "A" }] };
  const made = {
    url: "https://b.example/",
    mapping: [
      { path: "a", expression: "b" },
      { path: "c", expression: "c" },
    ],
  };
  expect(mergedSettings("http-json", made, before)).toEqual({
    url: "https://b.example/",
    timeout: 20_000,
    mapping: [
      { path: "a", expression: "b", label: "A" },
      { path: "c", expression: "c" },
    ],
  });
});
