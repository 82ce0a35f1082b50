import { describe, expect, test } from "vitest";
import { ModelDashboard } from "../testing/model-dashboard";

const good = (slug: string, value = 1) => ({
  ok: true as const,
  readings: [{ key: `${slug}.x`, value, meta: { kind: "series" as const } }],
});

describe("beats", () => {
  test("[R18] an unchanged refresh writes and sends nothing but the beat", async () => {
    const board = new ModelDashboard();
    board.instant = (slug) => good(slug);
    board.refresher.setSources([board.source("a")]);
    await board.settle();
    const reader = board.connect("r", ["a.*"]);
    await board.pass(4_000);
    const { rowsWritten } = board.storage;
    const before = reader.heard.length;
    await board.pass(20_000);
    expect(board.storage.rowsWritten).toBe(rowsWritten);
    expect(new Set(reader.heard.slice(before).map(({ type }) => type))).toEqual(new Set(["beat"]));
  });

  test("[R19] beats come at most every 5 s and name only the sources that a reader watches", async () => {
    const board = new ModelDashboard();
    board.instant = (slug) => good(slug);
    board.refresher.setSources([board.source("a"), board.source("b")]);
    await board.settle();
    const reader = board.connect("r", ["a.*"]);
    await board.pass(60_000);
    const beats = reader.heard.filter((frame) => frame.type === "beat");
    expect(beats.length).toBeGreaterThan(8);
    expect(beats.length).toBeLessThanOrEqual(12);
    expect(
      beats.every((beat) => Object.keys(beat.checked).join() === "a" && Object.keys(beat.due).join() === "a"),
    ).toBe(true);
  });
});
