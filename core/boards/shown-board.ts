import type { Chosen, KeysOf } from "./chosen-values";
import type { BoardDocument, Panel } from "./document";
import { storedId } from "./panel-copy";
import { putInPanel, putInText } from "./put-in-panel";
import { type Capped, unrolled } from "./unrolled";
import { ALL } from "./variable";

export interface ShownBoard {
  /** With values in place of variables: panels, patterns and the grid know nothing of those. */
  readonly document: BoardDocument;
  /** What its keys are subscribed by: of a panel that repeats for all values, one pattern and not one for each. */
  readonly subscribed: BoardDocument;
  readonly capped: readonly Capped[];
}

/** A board as it is looked at. The same document where it has no variables; in it, the same panels that have none. */
export function shownBoard(document: BoardDocument, chosen: Chosen, keysOf: KeysOf): ShownBoard {
  if (!document.variables?.length) return { document, subscribed: document, capped: [] };
  const { of, capped } = unrolled(document, chosen, keysOf);
  const panels = of.map(({ panel, chosen: own }) => putInPanel(panel, own));
  const shown = { ...document, title: putInText(document.title, chosen), panels };
  const repeatsForAll = ({ repeat }: Panel) => repeat !== undefined && chosen.get(repeat)?.includes(ALL) === true;
  const wide = document.panels.filter(repeatsForAll);
  if (wide.length === 0) return { document: shown, subscribed: shown, capped };
  const copied = new Set(wide.map(({ id }) => id));
  const others = panels.filter(({ id }) => !copied.has(storedId(id)));
  const subscribed = { ...shown, panels: [...others, ...wide.map((panel) => putInPanel(panel, chosen))] };
  return { document: shown, subscribed, capped };
}

/** A board as it is edited: each panel once and at its place, over the values that are chosen. */
export function editedBoard(document: BoardDocument, chosen: Chosen): BoardDocument {
  if (!document.variables?.length) return document;
  return {
    ...document,
    panels: document.panels.map((panel) => ({ ...putInPanel(panel, chosen), title: panel.title })),
  };
}
