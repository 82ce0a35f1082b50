import { expect, test } from "vitest";
import { nearest } from "./nearest";

test("[KS5] a name that is not there is answered with those that differ least from it", () => {
  const names = ["node.cpu.all", "node.cpu.0", "node.load.1", "shop.orders"];
  expect(nearest("node.cpu.al", names, 2)).toEqual(["node.cpu.all", "node.cpu.0"]);
  expect(nearest("Shop.oders", names, 1)).toEqual(["shop.orders"]);
  expect(nearest("node.cpu", [], 3)).toEqual([]);
});
