import { expect, test } from "vitest";
import type { SourceDefinition } from "../core/sources/definition";
import { RowKeys } from "./row-keys";

const settings = {
  url: "https://api.example/",
  mapping: [
    { path: "ports", expression: "ports", rowKey: "name" },
    { path: "host", expression: "hosts", id: "id", rowKey: "serial" },
    { path: "plain", expression: "plain" },
  ],
};
const source = (kind: string, more: Partial<SourceDefinition> = {}): SourceDefinition => ({
  id: "1",
  slug: "net",
  name: "Net",
  kind,
  settings,
  interval: 1_000,
  enabled: true,
  ...more,
});
const keysOf = (found: SourceDefinition | undefined) => new RowKeys(() => found);

test.each([
  ["net.ports", "name"],
  ["net.ports.x", undefined],
  ["net.host.a", "serial"],
  ["net.host", undefined],
  ["net.host.a.b", undefined],
  ["net.hosts", undefined],
  ["net.plain", undefined],
])("rows of %s are told apart by %s", (key, member) => {
  expect(keysOf(source("http-json")).of(key)).toBe(member);
});

test("a source that names none, is not there, or has settings that do not fit, leaves it to the names every row may have", () => {
  for (const found of [undefined, source("prometheus-scrape"), source("editable"), source("toString")]) {
    expect(keysOf(found).of("net.ports")).toBeUndefined();
  }
  expect(keysOf(source("http-json", { settings: { mapping: 1 } })).of("net.ports")).toBeUndefined();
});

test("a definition that changed is looked at anew", () => {
  let now = source("http-json");
  const keys = new RowKeys(() => now);
  expect(keys.of("net.ports")).toBe("name");
  now = source("http-json", { settings: { url: settings.url, mapping: [] } });
  expect(keys.of("net.ports")).toBeUndefined();
});
