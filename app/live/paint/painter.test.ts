import { expect, it } from "vitest";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import { PaintGate } from "./paint-gate";
import { Painter } from "./painter";

const FRAME = 16;

/** A page whose panels each take so long to draw (milliseconds). */
function page(takes = 0) {
  const timers = new FakeTime();
  const painted: { name: string; at: number }[] = [];
  const begins = timers.now();
  const painter = new Painter({
    timers,
    beforePaint: (callback) => timers.after(FRAME, callback),
    flush: (work) => work(),
  });
  const gate = (every: number) => new PaintGate(painter, every);
  const together = () => new PaintGate(painter, 1_000, painter.figures);
  const reader = (name: string) => () => {
    painted.push({ name, at: timers.now() - begins });
    timers.sleep(takes);
  };
  return { timers, painted, gate, together, reader };
}

it("[PT1] a change is painted in the next frame, and those after it together a second later", () => {
  const { timers, painted, gate, reader } = page();
  const [panel, read] = [gate(1_000), reader("a")];
  for (let i = 0; i < 40; i++) {
    panel.tell(read, true);
    timers.advance(50);
  }
  timers.advance(2_000);
  expect(painted.map(({ at }) => at)).toEqual([FRAME, 1_016 + FRAME, 2_032 + FRAME]);
});

it("[PT1] what only got older is painted with the next change, or after a while", () => {
  const { timers, painted, gate, reader } = page();
  const [panel, age, figure] = [gate(1_000), reader("age"), reader("figure")];
  panel.tell(figure, true);
  timers.advance(FRAME);
  panel.tell(age, false);
  timers.advance(1_000);
  panel.tell(figure, true);
  timers.advance(FRAME);
  expect(painted.map(({ name }) => name)).toEqual(["figure", "age", "figure"]);
  panel.tell(age, false);
  timers.advance(1_300);
  expect(painted.at(-1)?.at).toBe(1_016 + FRAME + 1_250 + FRAME);
});

it("[PT2] many panels that are due at once share out over frames, and no round begins within half a second", () => {
  const { timers, painted, gate, reader } = page(5);
  const panels = Array.from({ length: 7 }, (_, i) => ({ panel: gate(0.1), read: reader(String(i)) }));
  for (const { panel, read } of panels) panel.tell(read, true);
  timers.advance(200);
  expect(painted.map(({ name }) => name)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
  const frames = [...new Set(painted.map(({ at }) => Math.floor(at / 30)))];
  expect(frames.length).toBeGreaterThanOrEqual(3);
  panels[0]?.panel.tell(panels[0].read, true);
  timers.advance(60);
  expect(painted).toHaveLength(7);
  timers.advance(500);
  expect(painted).toHaveLength(8);
});

it("[PT2] what people write together waits for no round", () => {
  const { timers, painted, gate, reader } = page();
  const [figure, list] = [gate(1_000), gate(0)];
  figure.tell(reader("figure"), true);
  timers.advance(FRAME);
  list.tell(reader("list"), true);
  timers.advance(FRAME);
  expect(painted.map(({ name }) => name)).toEqual(["figure", "list"]);
});

it("[PT4] figures that changed together are seen together, however long it takes and whenever each was painted before", () => {
  const { timers, painted, together, reader } = page(20);
  const panels = Array.from({ length: 5 }, (_, i) => ({ panel: together(), read: reader(String(i)) }));
  panels[2]?.panel.tell(panels[2].read, true);
  timers.advance(400);
  for (const { panel, read } of panels) panel.tell(read, true);
  timers.advance(3_000);
  expect(painted.map(({ name }) => name)).toEqual(["2", "0", "1", "2", "3", "4"]);
  const ats = painted.slice(1).map(({ at }) => at);
  // One frame: nothing but their own drawing lies between them.
  expect(Math.max(...ats) - Math.min(...ats)).toBe(4 * 20);
});

it("[PT3] what went out of sight is painted once when it is in sight again", () => {
  const { timers, painted, gate, reader } = page();
  const [panel, read] = [gate(1_000), reader("a")];
  panel.see(false);
  for (let i = 0; i < 100; i++) {
    panel.tell(read, true);
    timers.advance(100);
  }
  expect(painted).toEqual([]);
  panel.see(true);
  timers.advance(3_000);
  expect(painted).toHaveLength(1);
});

it("[PT3] out of sight it is painted once a minute, apart from the figures in sight, whose pace it leaves alone", () => {
  const { timers, painted, together, reader } = page(20);
  const panels = ["seen", "below", "further below"].map((name) => ({ panel: together(), read: reader(name) }));
  for (const { panel } of panels.slice(1)) panel.see(false);
  for (let i = 0; i < 1_700; i++) {
    for (const { panel, read } of panels) panel.tell(read, true);
    timers.advance(80);
  }
  const times = (name: string) => painted.filter((one) => one.name === name).map(({ at }) => at);
  expect(times("below").length).toBe(2);
  expect(times("further below").length).toBe(2);
  const seen = times("seen");
  expect(Math.max(...seen.slice(1).map((at, i) => at - (seen[i] ?? at)))).toBeLessThan(1_250);
});

it("[PT3] a clock that is set back does not keep a panel waiting", () => {
  const { timers, painted, gate, reader } = page();
  const [panel, read] = [gate(1_000), reader("a")];
  panel.tell(read, true);
  timers.advance(FRAME);
  timers.sleep(-3_600_000);
  panel.tell(read, true);
  timers.advance(1_300);
  expect(painted).toHaveLength(2);
});
