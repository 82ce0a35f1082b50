import { useEffect, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut";
import type { Alone } from "./use-alone";

/** The key that shows the panel under the pointer or around the focus large. Left again, the panel's menu has the focus. */
export function usePanelShortcut({ id, show, leave }: Alone, isOn: boolean): void {
  const toggle = () => {
    if (id !== null) return leave();
    const panel = document.activeElement?.closest("[data-panel]") ?? document.querySelector("[data-panel]:hover");
    const found = panel?.getAttribute("data-panel");
    if (found) show(found);
  };
  useShortcut(
    { keys: "v", does: "Shows the panel under the pointer or the focus large", group: "Board" },
    toggle,
    isOn,
  );
  const before = useRef(id);
  useEffect(() => {
    const left = id === null ? before.current : null;
    before.current = id;
    if (left === null) return;
    document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(left)}"] header [aria-haspopup=menu]`)?.focus();
  }, [id]);
}
