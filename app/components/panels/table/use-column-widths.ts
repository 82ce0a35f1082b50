import { useCallback, useState } from "react";
import * as v from "valibot";
import { dictionary } from "../../../../core/schema/dictionary";
import { finite } from "../../../../core/schema/finite";
import { useHydrated } from "../../ui/use-hydrated";

const widths = dictionary(v.string(), finite());
type Widths = v.InferOutput<typeof widths>;

const MIN = 48;
const MAX = 800;
const none: Widths = {};

/**
 * The widths (pixels) that a person gave to the columns of one table, kept in this browser. `put`: null gives a column
 * its own width back.
 */
export function useColumnWidths(table: string) {
  const name = `widths.${table}`;
  const hydrated = useHydrated();
  const [held, hold] = useState<Widths>(() => (typeof localStorage === "undefined" ? none : stored(name)));
  const put = useCallback(
    (column: string, width: number | null) =>
      hold((before) => {
        const { [column]: _, ...others } = before;
        const next = width === null ? others : { ...others, [column]: Math.round(Math.min(MAX, Math.max(MIN, width))) };
        localStorage.setItem(name, JSON.stringify(next));
        return next;
      }),
    [name],
  );
  // The server knows of none: what it wrote is drawn first.
  return { widths: hydrated ? held : none, put, limits: { min: MIN, max: MAX } };
}

function stored(name: string): Widths {
  try {
    return v.parse(widths, JSON.parse(localStorage.getItem(name) ?? "{}"));
  } catch {
    // Of another version, or changed by hand: as if nothing had been kept.
    return none;
  }
}
