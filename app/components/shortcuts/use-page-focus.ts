import { useEffect } from "react";
import { useLocation } from "react-router";

let shown: string | null = null;

/** On each further page the focus is where its content begins, unless something of it took the focus: not nowhere. */
export function usePageFocus(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const isFirst = shown === null;
    shown = pathname;
    const main = document.getElementById("main");
    if (isFirst || !main || document.activeElement !== document.body) return;
    // Only for now: where it always could have the focus, each press beside a control would take it there.
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
    main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
  }, [pathname]);
}
