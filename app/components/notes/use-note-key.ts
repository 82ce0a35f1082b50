import type { CrosshairStore } from "../panels/line/crosshair-store";
import { useShortcut } from "../shortcuts/use-shortcut";
import { openNote } from "./note-draft";

/** `n`: a note at the time at which the board's crosshair stands, or on the stretch that is drawn; now, where it is nowhere. */
export function useNoteKey(crosshair: CrosshairStore, isOn: boolean): void {
  const note = () => {
    const { time, anchor = time } = crosshair.read() ?? { time: Date.now() };
    const [at, until] = [Math.min(time, anchor), Math.max(time, anchor)];
    openNote(at === until ? { at } : { at, until });
  };
  useShortcut({ keys: "n", does: "Notes something at the time under the crosshair", group: "Board" }, note, isOn);
}
