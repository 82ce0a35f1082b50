import type { BoardDocument, Panel } from "./document";

/** A reference of a panel, and where in the panel it stands. */
export interface PlacedReference {
  readonly path: string;
  readonly text: string;
}

/** The references of a panel, each with its path in it, as `series[1].key`. */
export function referencesOf(panel: Panel): PlacedReference[] {
  switch (panel.type) {
    case "stat":
      return [{ path: "key", text: panel.key }, ...(panel.of === undefined ? [] : [{ path: "of", text: panel.of }])];
    case "line":
    case "bar":
    case "pie":
      return panel.series.map(({ key }, i) => ({ path: `series[${i}].key`, text: key }));
    case "grid":
    case "table":
      return panel.keys.map((text, i) => ({ path: `keys[${i}]`, text }));
    case "gauge":
    case "list":
    case "note":
    case "events":
      return [{ path: "key", text: panel.key }];
    case "text":
    case "section":
    case "status":
    case "discussion":
    case "followed":
      return [];
  }
}

export function allReferences({ panels }: BoardDocument): string[] {
  return panels.flatMap(referencesOf).map(({ text }) => text);
}
