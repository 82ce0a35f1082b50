import { describe, expect, it } from "vitest";
import { type ReloadPorts, reloadOnce } from "./reload-once";
import { hasUnsavedInput, type InputState } from "./unsaved-input";

function tab(controls: InputState[] = []) {
  const kept = new Map<string, string>();
  const counts = { reloads: 0 };
  const ports: ReloadPorts = {
    controls: () => controls,
    storage: () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }),
    reload: () => {
      counts.reloads += 1;
    },
  };
  return { ports, counts };
}

const text = (value: string, defaultValue: string, type = "text"): InputState => ({
  type,
  value,
  defaultValue,
  checked: false,
  defaultChecked: false,
});
const box = (checked: boolean, defaultChecked: boolean): InputState => ({
  type: "checkbox",
  value: "on",
  defaultValue: "on",
  checked,
  defaultChecked,
});
const choice = (...options: [selected: boolean, defaultSelected: boolean][]): InputState => ({
  options: options.map(([selected, defaultSelected]) => ({ selected, defaultSelected })),
});

describe("[C7] a page of another version than the server", () => {
  it("is loaded again once", () => {
    const { ports, counts } = tab();
    reloadOnce(ports, 1);
    reloadOnce(ports, 1);
    expect(counts.reloads).toBe(1);
  });

  it("never loops, whatever versions servers and pages alternate between", () => {
    const { ports, counts } = tab();
    for (let i = 0; i < 100; i++) reloadOnce(ports, 1 + (i % 2));
    expect(counts.reloads).toBe(2);
  });

  it("stays where it cannot be remembered that it was loaded again", () => {
    const { ports, counts } = tab();
    const forbidden = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    reloadOnce({ ...ports, storage: forbidden }, 1);
    expect(counts.reloads).toBe(0);
  });

  it("stays while a form holds input, and has then not been loaded again", () => {
    const { ports, counts } = tab([text("half a sen", "")]);
    reloadOnce(ports, 1);
    expect(counts.reloads).toBe(0);
    reloadOnce({ ...ports, controls: () => [] }, 1);
    expect(counts.reloads).toBe(1);
  });
});

it.each<[boolean, string, InputState]>([
  [false, "a field as the page made it", text("as it was", "as it was")],
  [true, "a changed field", text("changed", "as it was")],
  [false, "a hidden field that a script set", text("token", "", "hidden")],
  [true, "a text area", { value: "typed", defaultValue: "" }],
  [false, "a box as the page made it", box(true, true)],
  [true, "a box that was cleared", box(false, true)],
  [false, "the page's choice", choice([false, false], [true, true])],
  [true, "another choice", choice([true, false], [false, true])],
  [false, "the first choice where the page made none", choice([true, false], [false, false])],
  [true, "another than the first choice", choice([false, false], [true, false])],
])("[C7] unsaved input: %s for %s", (unsaved, _, control) => {
  expect(hasUnsavedInput([text("", ""), control])).toBe(unsaved);
});
