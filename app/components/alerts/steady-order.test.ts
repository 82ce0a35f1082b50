import { expect, test } from "vitest";
import { steadyOrder } from "./steady-order";

const items = (ids: string) => ids.split("").map((id) => ({ id }));
const ordered = (seen: string, now: string) =>
  steadyOrder(seen.split(""), items(now))
    .map(({ id }) => id)
    .join("");

test("what is acknowledged stays where it is; what begins to fire comes first; what ended and begins again is new", () => {
  expect(ordered("", "abc")).toBe("abc");
  expect(ordered("abc", "bca")).toBe("abc");
  expect(ordered("abc", "xbcya")).toBe("xyabc");
  expect(ordered("ac", "bac")).toBe("bac");
});
