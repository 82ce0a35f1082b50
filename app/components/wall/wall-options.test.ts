import { expect, test } from "vitest";
import { nextBoard, offWall, ontoWall, wallOptions, wallSearch } from "./wall-options";

const asked = (search: string) => wallOptions(new URLSearchParams(search));

test("[WA1] an address names a wall, the boards that take turns and how long each stays; the rest is left out", () => {
  expect(asked("panel=a")).toBeNull();
  expect(asked("kiosk=yes")).toBeNull();
  expect(asked("kiosk=1")).toEqual({ boards: [], every: 30 });
  expect(asked("kiosk=1&rotate=a,b,a,../x,,C&every=60")).toEqual({ boards: ["a", "b"], every: 60 });
  for (const [every, seconds] of [
    ["1", 5],
    ["99999", 3_600],
    ["-3", 30],
    ["soon", 30],
    ["7.6", 8],
  ] as const) {
    expect(asked(`kiosk=1&every=${every}`)?.every).toBe(seconds);
  }
  expect(asked(`kiosk=1&rotate=${Array.from({ length: 50 }, (_, i) => `b${i}`).join(",")}`)?.boards).toHaveLength(20);
});

test("[WA1] what is made of options reads as the same options", () => {
  for (const options of [
    { boards: [], every: 30 },
    { boards: ["a", "b-2"], every: 60 },
  ]) {
    expect(asked(wallSearch(options))).toEqual(options);
  }
});

test("[WA2] boards take turns in the order of the address; one that is not among them is followed by the first", () => {
  const options = { boards: ["a", "b", "c"], every: 30 };
  expect(["a", "b", "c", "x"].map((current) => nextBoard(options, current))).toEqual(["b", "c", "a", "a"]);
  expect(nextBoard({ boards: [], every: 30 }, "a")).toBeNull();
  expect(nextBoard({ boards: ["a"], every: 30 }, "a")).toBeNull();
});

test("[WA1] a board goes onto the wall with its range and variables, and comes off with them", () => {
  const alone = { boards: ["a"], every: 60 };
  const search = ontoWall("?from=now-6h&to=now&panel=cpu&host=x", alone);
  expect(search).toBe("?kiosk=1&every=60&from=now-6h&to=now&host=x");
  expect(asked(search)).toEqual({ boards: [], every: 60 });
  expect(offWall(search)).toBe("?from=now-6h&to=now&host=x");
  expect(ontoWall("", { boards: [], every: 30 })).toBe("?kiosk=1");
  expect(ontoWall("?host=x", { boards: ["a", "b"], every: 30 })).toBe("?kiosk=1&rotate=a,b");
});
