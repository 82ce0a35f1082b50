import { expect, test } from "vitest";
import { askedOf, draftFingerprint } from "./draft-fingerprint";
import { emptyRule, emptyValues, type SourceValues } from "./source-values";

const values: SourceValues = {
  ...emptyValues,
  kind: "http-json",
  name: "Rates",
  slug: "fx",
  url: "https://api.example.org/rates",
  interval: "10000",
  rules: [{ ...emptyRule, path: "eur", expression: "rates.EUR" }],
};

test("a new name, short name or interval is still the tested draft", () => {
  const renamed = { ...values, name: "Currencies", slug: "cur", interval: "60000" };
  expect(draftFingerprint(renamed)).toBe(draftFingerprint(values));
});

test.each<[string, Partial<SourceValues>]>([
  ["address", { url: "https://api.example.org/other" }],
  ["kind", { kind: "prometheus-scrape" }],
  ["rule", { rules: [{ ...emptyRule, path: "eur", expression: "rates.EUR", unit: "EUR" }] }],
  ["kind's own filter", { kind: "prometheus-scrape", own: { "prometheus-scrape.include": "node_*" } }],
  ["number of rules", { rules: [] }],
])("another %s is another draft", (_, change) => {
  expect(draftFingerprint({ ...values, ...change })).not.toBe(draftFingerprint(values));
});

test("what is asked is told apart from how it is mapped", () => {
  const asked = (more: Partial<SourceValues>) => askedOf(draftFingerprint({ ...values, ...more }));
  expect(asked({ rules: [] })).toBe(asked({}));
  expect(asked({ url: "https://api.example.org/other 9 " })).not.toBe(asked({}));
});

test("rules that the kind does not use make no difference", () => {
  const prometheus = { ...values, kind: "prometheus-scrape" };
  expect(draftFingerprint({ ...prometheus, rules: [] })).toBe(draftFingerprint(prometheus));
});
