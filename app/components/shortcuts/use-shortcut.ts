import { useEffect, useEffectEvent } from "react";
import { Keyboard, type Shortcut } from "./keyboard";

/** The page's. On a server nothing is ever bound to it: that happens in effects. */
export const keyboard = new Keyboard();

/** Where single keys are text, or belong to a layer that is in front. */
const ELSEWHERE =
  "input:not([type=checkbox],[type=radio],[type=button],[type=submit],[readonly]), textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/**
 * Binds a key while the component is there and `isOn`. Nothing fires while somebody types or a dialog is open.
 *
 *     useShortcut({ keys: "mod+k", does: "Finds boards, keys and actions", group: "Everywhere" }, open);
 */
export function useShortcut({ keys, does, group }: Shortcut, run: () => void, isOn = true): void {
  const ran = useEffectEvent(run);
  useEffect(() => {
    if (!isOn) return;
    listen();
    return keyboard.bind({ keys, does, group, run: () => ran() });
  }, [keys, does, group, isOn]);
}

/** More will be bound, until the returned call: keys that are pressed before that are pressed again then. */
export function awaitShortcuts(): () => void {
  listen();
  const end = keyboard.await();
  return () => end(performance.now());
}

let listening = false;

/** Once a page: with nothing bound it costs nothing. */
function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener("keydown", hear);
  // With the focus on what has not hydrated yet React stops a key here, before anybody else hears of it.
  document.addEventListener("keydown", (event) => event.cancelBubble && hear(event), true);
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const { target, key, shiftKey: isShift, timeStamp: at } = event;
  const isElsewhere = target instanceof Element && target.closest(ELSEWHERE) !== null;
  if (keyboard.press({ key, isMod: event.ctrlKey || event.metaKey, isShift, at, isElsewhere })) event.preventDefault();
}
