import * as v from "valibot";
import { type Panel, panel as panelSchema } from "./document";
import type { KeyKind } from "./fitting-kinds";
import { shownBy } from "./shown-by";

/** How large a panel of this kind is made, in columns and rows. */
export const sizes: Readonly<Record<Panel["type"], { readonly w: number; readonly h: number }>> = {
  stat: { w: 2, h: 3 },
  line: { w: 6, h: 7 },
  bar: { w: 6, h: 7 },
  pie: { w: 4, h: 7 },
  gauge: { w: 3, h: 5 },
  grid: { w: 4, h: 5 },
  table: { w: 5, h: 7 },
  text: { w: 4, h: 5 },
  section: { w: 12, h: 1 },
  status: { w: 4, h: 5 },
  list: { w: 4, h: 8 },
  note: { w: 4, h: 6 },
  events: { w: 6, h: 7 },
  discussion: { w: 4, h: 9 },
  followed: { w: 5, h: 7 },
};

const MOST = 16;

/** The same keys in a panel of another kind: what both kinds know of stays. */
export function asKind(panel: Panel, kind: KeyKind): Panel {
  if (panel.type === kind) return panel;
  const keys = shownBy(panel).slice(0, MOST);
  const [key = "*"] = keys;
  const named = "series" in panel ? panel.series : keys.map((one) => ({ key: one }));
  const own = { type: kind, key, keys, series: named, over: "keys", min: 0, max: 100 };
  // The schema of the kind takes what it knows; lines and bars find their own ends unless they had some.
  const ends = kind === "gauge" || "min" in panel ? {} : { min: undefined, max: undefined };
  return v.parse(panelSchema, JSON.parse(JSON.stringify({ ...own, ...ends, ...panel, type: kind })));
}

/** A new panel for these keys; its place is yet to be found. */
export function panelOfKeys(keys: readonly string[], kind: KeyKind, title: string): Panel {
  const place = { x: 0, y: 0, ...sizes[kind] };
  return asKind({ id: "new", type: "table", title: title.slice(0, 120), place, keys: keys.slice(0, MOST) }, kind);
}
