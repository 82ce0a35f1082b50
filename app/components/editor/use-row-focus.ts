import { useRef } from "react";

/**
 * Rows of a setting, in `rows`, and the button that adds one, `adder`. A new row takes the focus, with what is in its field
 * chosen, so that typing replaces it. Where a row is gone, so is what had the focus: the button takes it.
 */
export function useRowFocus() {
  const rows = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const added = () =>
    requestAnimationFrame(() => {
      const field = rows.current?.lastElementChild?.querySelector("input");
      field?.focus();
      field?.select();
    });
  const removed = () => requestAnimationFrame(() => adder.current?.focus());
  return { rows, adder, added, removed };
}
