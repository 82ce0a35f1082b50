import { useEffect, useEffectEvent } from "react";
import { boardText, readBoardText } from "../../../core/boards/board-text";
import { notify } from "../notify/notify";
import type { Session } from "./use-edit-session";
import type { PanelSteps } from "./use-panel-steps";

interface ClipboardOptions {
  readonly session: Session;
  readonly steps: PanelSteps;
  readonly selected: string | null;
}

/**
 * Copies, cuts and pastes panels as the text of a board that holds them, so that a copied panel goes into another board,
 * a file or a message, and the panels of any exported board come in. The browser's own events ask for no permission.
 */
export function useClipboard({ steps, selected }: ClipboardOptions): void {
  const copy = useEffectEvent((event: ClipboardEvent) => {
    const panel = selected === null ? undefined : steps.find(selected);
    if (!panel || !isOnBoard()) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", boardText({ schema: 1, title: "Copied panels", panels: [panel] }));
    if (event.type === "cut") steps.remove(panel.id);
    else notify({ words: `Copied “${panel.title || "Panel"}”`, id: "copied" });
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!isOnBoard()) return;
    event.preventDefault();
    const read = readBoardText(event.clipboardData?.getData("text/plain") ?? "");
    if (!read.ok)
      return notify({ words: "What was copied is no panel.", more: wordsOf(read.problems[0]), id: "pasted" });
    steps.add(read.document.panels);
  });
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => copy(event);
    const onPaste = (event: ClipboardEvent) => paste(event);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, []);
}

function wordsOf(problem: { path: string; message: string } | undefined): string {
  return problem?.path ? `${problem.path}: ${problem.message}` : (problem?.message ?? "");
}

/** Not in a field or a layer in front, nor where text is selected. */
function isOnBoard(): boolean {
  const { activeElement } = document;
  if (activeElement?.closest("input, textarea, select, [contenteditable=true], [role=dialog]")) return false;
  return getSelection()?.isCollapsed !== false;
}
