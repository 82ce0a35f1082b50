import { expect, test } from "vitest";
import { objectColumns } from "./object-columns";

test("[PK20] a column of long texts gives way, and short ones have what they need", () => {
  const least = (longest: number) => {
    const members = [
      { name: "name", kind: "text", longest },
      { name: "tonnage", kind: "number", longest: 6 },
    ] as const;
    return objectColumns(members, undefined, undefined)[0]?.least;
  };
  expect(least(70)).toBe(140);
  expect(least(8)).toBe(76);
});
