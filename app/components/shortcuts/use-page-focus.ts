import { useEffect } from "react";
import { useLocation } from "react-router";

let shown: string | null = null;

/** Each further step leads to where the page's content begins, unless something of it has the focus: never nowhere. */
export function usePageFocus(): void {
  const { key } = useLocation();
  useEffect(() => {
    const isFirst = shown === null;
    shown = key;
    const main = document.getElementById("main");
    if (isFirst || !main || document.activeElement !== document.body) return;
    // Only for now: where it always could have the focus, each press beside a control would take it there.
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
    main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
  }, [key]);
}
