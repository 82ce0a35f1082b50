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

  test("[R46] a clock that is set back delays neither the next look nor the beat, and no look is of a time to come", async () => {
    const board = new ModelDashboard();
    board.time = 10 * 3_600_000;
    board.instant = (slug) => good(slug);
    board.refresher.setSources([board.source("a")]);
    const reader = board.connect("r", ["a.*"]);
    await board.pass(20_000);
    board.time -= 3_600_000;
    // Whatever comes next: a frame, an alarm.
    board.refresher.tick();
    const [asked, heard] = [board.asked("a"), reader.heard.length];
    expect(board.refresher.times().checked).toEqual({ a: board.time });
    await board.pass(20_000);
    expect(board.asked("a") - asked).toBe(10);
    const beats = reader.heard.slice(heard).filter((frame) => frame.type === "beat");
    expect(beats.length).toBeGreaterThanOrEqual(3);
    expect(beats.every(({ at, checked }) => at <= board.time && (checked["a"] ?? 0) <= board.time)).toBe(true);
  });

  test("[R46] nor does it after a restart", async () => {
    const first = new ModelDashboard();
    first.time = 10 * 3_600_000;
    first.instant = (slug) => good(slug);
    first.refresher.setSources([first.source("a", 60_000)]);
    await first.settle();
    const second = new ModelDashboard();
    second.instant = (slug) => good(slug);
    second.time = first.time - 3_600_000;
    second.refresher.setSources([second.source("a", 60_000)], [...first.rows.values()]);
    await second.pass(60_000);
    expect(second.asked("a")).toBe(1);
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
