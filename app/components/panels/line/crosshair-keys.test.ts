import { expect, test } from "vitest";
import { crosshairStep } from "./crosshair-keys";

const shown = { from: 1_000, to: 6_000, time: null, isSelecting: false, isZoomed: false };
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

test("arrow keys move through time from its end, and stay inside", () => {
  expect(crosshairStep(press("ArrowLeft"), shown)).toEqual({ do: "move", time: 5_900, selects: false });
  expect(crosshairStep(press("PageDown"), { ...shown, time: 1_100 })).toEqual({
    do: "move",
    time: 1_000,
    selects: false,
  });
  expect(crosshairStep(press("Home"), shown)).toMatchObject({ time: 1_000 });
});

test("with Shift they select, and Enter zooms to what is selected", () => {
  expect(crosshairStep(press("ArrowLeft", true), shown)).toEqual({ do: "move", time: 5_900, selects: true });
  expect(crosshairStep(press("Enter"), { ...shown, time: 5_900, isSelecting: true })).toEqual({ do: "zoom" });
  expect(crosshairStep(press("Enter"), { ...shown, time: 5_900 })).toBeUndefined();
});

test("Escape takes it away; where it is not, the key is left to the page", () => {
  expect(crosshairStep(press("Escape"), { ...shown, time: 2_000 })).toEqual({ do: "leave" });
  expect(crosshairStep(press("Escape"), shown)).toBeUndefined();
  expect(crosshairStep(press("Escape"), { ...shown, time: 2_000, isZoomed: true })).toBeUndefined();
  expect(crosshairStep(press("Escape"), { ...shown, time: 2_000, isZoomed: true, isSelecting: true })).toEqual({
    do: "leave",
  });
  expect(crosshairStep(press("a"), shown)).toBeUndefined();
});
