import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { useShortcut } from "../shortcuts/use-shortcut";
import type { Opened } from "./drawer";
import type { Session } from "./use-edit-session";
import type { PanelSteps } from "./use-panel-steps";

interface EditorKeysOptions {
  readonly session: Session;
  readonly steps: PanelSteps;
  readonly selected: string | null;
  readonly open: (opened: Opened) => void;
  /** Of the board's page. */
  readonly address: string;
}

/** The keys of the editor. Saving works from its fields as well, where the browser would else save the page as a file. */
export function useEditorKeys({ session, steps, selected, open, address }: EditorKeysOptions): void {
  const group = "Editing" as const;
  const navigate = useNavigate();
  const undo = () => session.act({ type: "undo" });
  const redo = () => session.act({ type: "redo" });
  useShortcut({ keys: "mod+s", does: "Saves the board", group }, () => void session.save());
  useShortcut({ keys: "e", does: "Ends editing", group }, () => void navigate(address));
  useShortcut({ keys: "a", does: "Adds a panel", group }, () => open({ type: "add" }));
  useShortcut({ keys: "mod+z", does: "Undoes the last step", group }, undo);
  useShortcut({ keys: "mod+shift+z", does: "Redoes it", group }, redo);
  useShortcut({ keys: "mod+y", does: "Redoes it", group }, redo);
  useShortcut({ keys: "mod+d", does: "Duplicates the panel", group }, () => {
    if (selected) steps.duplicate(selected);
  });
  useShortcut({ keys: "Delete", does: "Removes the panel", group }, () => {
    if (selected) steps.remove(selected);
  });
  const inField = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const step = { s: () => void session.save(), z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
    if (!step || !isInDrawer(event.target)) return;
    event.preventDefault();
    step();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => inField(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function isInDrawer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-drawer]") !== null;
}
