import { expect, test } from "vitest";
import type { SourceState } from "../../../core/sources/state";
import { driftOf } from "./drift-of";

const state = (...paths: string[]): SourceState => ({
  state: "ok",
  name: "Shop",
  interval: 1_000,
  keys: 2,
  drift: paths.map((path) => ({ path, message: "is gone", since: 1 })),
});

test.each<[string, string, boolean]>([
  ["shop.price", "price", true],
  ["shop.price", "total", false],
  ["shop.*", "price", true],
  ["*", "price", true],
  ["shop.price.*", "price", true],
  ["shop.price.A-1", "price", true],
  ["shop.price.A-1", "price.B", false],
  ["shop.price.*", "price.B", true],
  ["shop.prices.A", "price", false],
  ["other.price", "price", false],
  ["shop.total", "", true],
  ["other.total", "", false],
])("what shows %s is told of a drift at %j: %s", (pattern, path, told) => {
  const found = driftOf([pattern], [{ slug: "shop", source: state(path) }]);
  expect(found).toEqual(told ? [{ slug: "shop", path, message: "is gone", since: 1 }] : []);
});

test("a source that did not drift, failed or is not known of tells nothing", () => {
  const waiting: SourceState = { state: "waiting", name: "Shop", interval: 1_000 };
  for (const source of [state(), waiting, undefined]) expect(driftOf(["*"], [{ slug: "shop", source }])).toEqual([]);
});
