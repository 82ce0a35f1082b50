import { expect, test, vi } from "vitest";
import { Keyboard, type Press } from "./keyboard";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  isMod: false,
  isShift: false,
  at: 0,
  isElsewhere: false,
  ...more,
});

function bound(...keys: string[]) {
  const keyboard = new Keyboard();
  const ran: string[] = [];
  const unbind = keys.map((one) =>
    keyboard.bind({ keys: one, does: `Does ${one}`, group: "Board", run: () => ran.push(one) }),
  );
  return { keyboard, ran, unbind };
}

test("[KB1] a key does what it stands for, and nothing in a field or a dialog", () => {
  const { keyboard, ran } = bound("p", "mod+k");
  expect(keyboard.press(press("p"))).toBe(true);
  expect(keyboard.press(press("P"))).toBe(true);
  expect(keyboard.press(press("x"))).toBe(false);
  expect(keyboard.press(press("p", { isElsewhere: true }))).toBe(false);
  expect(keyboard.press(press("k", { isMod: true, isElsewhere: true }))).toBe(false);
  expect(ran).toEqual(["p", "p"]);
});

test("[KB1] a key with Ctrl or Command is another key", () => {
  const { keyboard, ran } = bound("k", "mod+k", "mod+shift+k");
  keyboard.press(press("k", { isMod: true }));
  keyboard.press(press("K", { isMod: true, isShift: true }));
  expect(keyboard.press(press("p", { isMod: true }))).toBe(false);
  keyboard.press(press("k"));
  expect(ran).toEqual(["mod+k", "mod+shift+k", "k"]);
});

test("[KB2] two keys after each other belong together for a second and a half", () => {
  const { keyboard, ran } = bound("g b", "b");
  keyboard.press(press("g", { at: 0 }));
  keyboard.press(press("b", { at: 1_400 }));
  expect(ran).toEqual(["g b"]);
  keyboard.press(press("g", { at: 5_000 }));
  keyboard.press(press("b", { at: 6_600 }));
  expect(ran).toEqual(["g b", "b"]);
  keyboard.press(press("g", { at: 9_000 }));
  keyboard.press(press("x", { at: 9_100 }));
  keyboard.press(press("b", { at: 9_200 }));
  expect(ran).toEqual(["g b", "b", "b"]);
});

test("[KB3] the one bound last wins until it goes, and each key is listed once", () => {
  const { keyboard } = bound("p");
  const over = vi.fn();
  const unbind = keyboard.bind({ keys: "p", does: "Goes on", group: "Board", run: over });
  expect(keyboard.list()).toMatchObject([{ keys: "p", does: "Goes on" }]);
  keyboard.press(press("p"));
  unbind();
  keyboard.press(press("p"));
  expect(over).toHaveBeenCalledTimes(1);
  expect(keyboard.list()).toMatchObject([{ keys: "p", does: "Does p" }]);
});

test("[KB4] while more is to be bound, what stands for nothing yet is pressed again once all of it is", () => {
  const { keyboard, ran } = bound("v");
  const ends = [keyboard.await(), keyboard.await()];
  expect(keyboard.press(press("k", { isMod: true })), "the browser's own use of it").toBe(true);
  expect(keyboard.press(press("g", { at: 10 }))).toBe(false);
  keyboard.press(press("b", { at: 20 }));
  keyboard.press(press("v", { at: 30 }));
  for (const keys of ["mod+k", "b", "g b"]) {
    keyboard.bind({ keys, does: `Does ${keys}`, group: "Board", run: () => ran.push(keys) });
  }
  ends[0]?.(40);
  expect(ran, "in their order: none before all is bound").toEqual([]);
  ends[1]?.(40);
  expect(ran).toEqual(["mod+k", "g b", "v"]);
  expect(keyboard.press(press("x")), "from then on it stands for nothing").toBe(false);
  keyboard.bind({ keys: "x", does: "Does x", group: "Board", run: () => ran.push("x") });
  keyboard.await()(50);
  expect(ran).toEqual(["mod+k", "g b", "v"]);
});

test("[KB4] what was pressed long before is forgotten: nobody wants it any more", () => {
  const { keyboard, ran } = bound();
  const end = keyboard.await();
  keyboard.press(press("p", { at: 0 }));
  keyboard.press(press("e", { at: 4_000 }));
  for (const keys of ["p", "e"])
    keyboard.bind({ keys, does: `Does ${keys}`, group: "Board", run: () => ran.push(keys) });
  end(5_000);
  expect(ran).toEqual(["e"]);
});
