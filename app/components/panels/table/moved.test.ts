import { expect, test } from "vitest";
import { moved } from "./moved";

const at = (row: number, column: number) => ({ row, column });

test("arrows, pages and ends lead within the table", () => {
  const go = (key: string, isFar = false) => moved(key, isFar, at(5, 1), 12, 3);
  expect(go("ArrowDown")).toEqual(at(6, 1));
  expect(go("ArrowUp")).toEqual(at(4, 1));
  expect(go("ArrowRight")).toEqual(at(5, 2));
  expect(go("ArrowLeft")).toEqual(at(5, 0));
  expect(go("PageDown")).toEqual(at(11, 1));
  expect(go("PageUp")).toEqual(at(0, 1));
  expect([go("Home"), go("End")]).toEqual([at(5, 0), at(5, 2)]);
  expect([go("Home", true), go("End", true)]).toEqual([at(0, 0), at(11, 2)]);
});

test("the first key from outside leads to the first row; other keys, and no rows, lead nowhere", () => {
  expect(moved("ArrowDown", false, null, 12, 3)).toEqual(at(0, 0));
  expect(moved("toString", false, at(0, 0), 12, 3)).toBeNull();
  expect(moved("a", false, at(0, 0), 12, 3)).toBeNull();
  expect(moved("ArrowDown", false, null, 0, 3)).toBeNull();
});
