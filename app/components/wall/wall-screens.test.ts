import { expect, test } from "vitest";
import type { Panel } from "../../../core/boards/document";
import { wallScreens } from "./wall-screens";

const stat = (id: string, w = 2): Panel => ({
  id,
  type: "stat",
  title: id,
  place: { x: 0, y: 0, w, h: 3 },
  key: "a.x",
});
const chart = (id: string, w = 6): Panel => ({
  id,
  type: "line",
  title: id,
  place: { x: 0, y: 0, w, h: 7 },
  series: [{ key: "a.x" }],
});
const section: Panel = { id: "s", type: "section", title: "S", place: { x: 0, y: 0, w: 12, h: 1 } };
const told = (panels: readonly Panel[], capacity = 10) =>
  wallScreens(panels, capacity).map(({ places }) =>
    places.map(({ panel, line, x, w }) => `${panel.id} ${line}:${x}+${w}`),
  );

test("[WA3] panels stand in reading order in lines that are full, the widest on the board taking what is left", () => {
  expect(told([stat("a"), stat("b"), chart("c", 8)])).toEqual([["a 0:0+3", "b 0:3+3", "c 0:6+6"]]);
  expect(told([stat("a"), chart("b", 8)])).toEqual([["a 0:0+3", "b 0:3+9"]]);
  expect(told([chart("a", 4), section, chart("b", 4)])).toEqual([["a 0:0+6", "b 0:6+6"]]);
});

test("[WA3] what does not fit on a screen to be read goes on the next one", () => {
  const board = [...["a", "b", "c", "d", "e", "f"].map((id) => stat(id)), chart("g"), chart("h"), chart("i")];
  const screens = wallScreens(board, 10);
  expect(screens.map(({ lines }) => lines)).toEqual([[3, 5], [5, 5].slice(0, 1)]);
  expect(screens.flatMap(({ places }) => places.map(({ panel }) => panel.id))).toEqual(board.map(({ id }) => id));
});

test("[WA3] every line is as wide as the wall, every screen holds something, and none more than it can", () => {
  const kinds = [stat("x"), chart("y", 12), stat("z", 12)];
  for (let n = 0; n < 40; n++) {
    const board = Array.from({ length: n }, (_, i) => ({ ...(kinds[(i * 7 + n) % 3] ?? stat("x")), id: String(i) }));
    for (const { places, lines } of wallScreens(board, 10)) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(10);
      lines.forEach((_, line) => {
        expect(places.filter((place) => place.line === line).reduce((sum, { w }) => sum + w, 0)).toBe(12);
      });
    }
  }
});

test("[WA3] a line that is higher than the screen has one to itself", () => {
  expect(told([chart("a"), chart("b"), stat("c")], 4)).toEqual([["a 0:0+6", "b 0:6+6"], ["c 0:0+12"]]);
});
