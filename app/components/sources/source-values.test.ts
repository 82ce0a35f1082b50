import { expect, test } from "vitest";
import { ownFields } from "./kind-fields";
import { readValues } from "./source-values";

test("reads what was typed, trimmed, with one rule for each line", () => {
  const form = new FormData();
  const noOwn = Object.fromEntries(ownFields.map(([name]) => [name, ""]));
  for (const [name, value] of [
    ["kind", "http-json"],
    ["url", " https://api.example.org "],
    ["prometheus-scrape.include", " node_* "],
    ["rule.path", "eur"],
    ["rule.expression", "rates.EUR"],
    ["rule.id", ""],
    ["rule.value", ""],
    ["rule.unit", "EUR"],
    ["rule.rowKey", ""],
    ["rule.path", "all"],
    ["rule.expression", "rates[]"],
    ["rule.id", "code"],
    ["rule.value", "mid"],
    ["rule.unit", ""],
    ["rule.rowKey", "sku"],
    ["rule.kind", ""],
    ["rule.kind", "series"],
    ["rule.scale", ""],
    ["rule.scale", "0.1"],
  ] as const) {
    form.append(name, value);
  }
  expect(readValues(form)).toEqual({
    kind: "http-json",
    name: "",
    slug: "",
    url: "https://api.example.org",
    interval: "",
    own: { ...noOwn, "prometheus-scrape.include": "node_*" },
    rules: [
      { path: "eur", expression: "rates.EUR", id: "", value: "", unit: "EUR", rowKey: "", kind: "", scale: "" },
      {
        path: "all",
        expression: "rates[]",
        id: "code",
        value: "mid",
        unit: "",
        rowKey: "sku",
        kind: "series",
        scale: "0.1",
      },
    ],
  });
});

test("a file where text belongs reads as empty", () => {
  const form = new FormData();
  form.set("url", new File(["x"], "x.txt"));
  expect(readValues(form).url).toBe("");
});
