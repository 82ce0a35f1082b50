import { expect, test } from "vitest";
import type { ShownValue } from "./shown-value";
import { toldApart } from "./told-apart";

const value = (id: string, name: string): ShownValue => ({
  id,
  name,
  unit: undefined,
  value: 1,
  at: 0,
  isSeries: true,
  slugs: [id.split(".")[0] ?? ""],
});
const names: Record<string, string> = { web: "Web", api: "API", "api-2": "API" };
const called = (...values: ShownValue[]) => toldApart(values, (slug) => names[slug]).map(({ name }) => name);

test("[PK16] values of one label are called by their sources, or by their keys where that is not enough", () => {
  expect(called(value("web.up", "Up"), value("api.up", "Up"), value("web.ms", "Time"))).toEqual(["Web", "API", "Time"]);
  expect(called(value("api.up", "Up"), value("api-2.up", "Up"))).toEqual(["api.up", "api-2.up"]);
  expect(called(value("web.a", "Up"), value("web.b", "Up"))).toEqual(["web.a", "web.b"]);
  expect(called(value("web.up", "Up"), value("new.up", "Up"))).toEqual(["web.up", "new.up"]);
});

test("[PK16] a value that does not change keeps its reference, also under another name", () => {
  const values = [value("web.up", "Up"), value("api.up", "Up"), value("web.ms", "Time")];
  const [first, second] = [0, 1].map(() => toldApart(values, (slug) => names[slug]));
  expect(second?.every((one, i) => one === first?.[i])).toBe(true);
  expect(first?.[2]).toBe(values[2]);
});
