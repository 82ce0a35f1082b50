import { useEffect, useState } from "react";
import { EarlyText } from "./early-text";

/** While the palette is opened its field may still be on its way: what is typed meanwhile is kept for it, and does nothing else. */
export function useEarlyText(isOpen: boolean): EarlyText {
  const [early] = useState(() => new EarlyText());
  useEffect(() => {
    if (!isOpen) return;
    early.take();
    const keep = (event: KeyboardEvent) => {
      if (document.activeElement?.closest("[role=dialog]") || event.ctrlKey || event.metaKey) return;
      if (event.key.length !== 1 && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      early.add(event.key === "Enter" ? "\n" : event.key);
    };
    window.addEventListener("keydown", keep, true);
    return () => window.removeEventListener("keydown", keep, true);
  }, [isOpen, early]);
  return early;
}
