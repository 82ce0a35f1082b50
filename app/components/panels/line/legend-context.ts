import { createContext, useMemo, useState } from "react";
import { leftOut } from "./left-out";
import type { Series } from "./series";

/** All lines of a chart, and which of them its reader has left out. */
export interface LegendChoice {
  readonly all: readonly Series[];
  readonly left: ReadonlySet<string>;
  readonly press: (key: string, alone: boolean) => void;
}

/** Null: nothing can be left out. */
export const LegendContext = createContext<LegendChoice | null>(null);

const nothing: ReadonlySet<string> = new Set();

/** The lines of a chart without those that its reader leaves out, for as long as the chart is there. */
export function useLegendChoice(all: readonly Series[]): { shown: readonly Series[]; choice: LegendChoice } {
  const [left, leave] = useState(nothing);
  const shown = useMemo(() => (left.size === 0 ? all : all.filter(({ key }) => !left.has(key))), [all, left]);
  const choice = useMemo(() => {
    const keys = all.map(({ key }) => key);
    return { all, left, press: (key: string, alone: boolean) => leave(leftOut(left, keys, key, alone)) };
  }, [all, left]);
  return { shown, choice };
}
