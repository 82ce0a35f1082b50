import { expect, test } from "vitest";
import type { KeyLog } from "../../../core/keys/key-log";
import type { Point } from "../../../core/protocol/parts";
import { seriesChanges } from "./use-key-changes";

const till = { how: "key", name: "Till 1" } as const;

test("[KL6] the changes of a series are its steps, and those from and to a text, each once", () => {
  const points: Point[] = [
    [10, 1],
    [20, 2],
    [30, null],
    [40, 7],
    [50, 8],
  ];
  const log: KeyLog = {
    rev: 5,
    origins: [[10, till]],
    changes: [
      { rev: 0, at: 5, by: till, from: 0, to: "before them" },
      { rev: 3, at: 30, by: till, from: 2, to: "shut" },
      { rev: 4, at: 40, by: till, from: "shut", to: 7 },
    ],
  };
  const rows = (from: KeyLog | null) => seriesChanges(points, from).map(({ at, from, to }) => [at, from, to]);
  expect(rows(log)).toEqual([
    [50, 7, 8],
    [40, "shut", 7],
    [30, 2, "shut"],
    [20, 1, 2],
  ]);
  expect(rows(null)).toEqual([
    [50, 7, 8],
    [40, undefined, 7],
    [20, 1, 2],
  ]);
});
