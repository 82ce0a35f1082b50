import type { Chosen, KeysOf } from "./chosen-values";
import type { BoardDocument } from "./document";
import { putInPanel, putInText } from "./put-in-panel";
import { type Capped, unrolled } from "./unrolled";

export interface ShownBoard {
  /** With values in place of variables: panels, patterns and the grid know nothing of those. */
  readonly document: BoardDocument;
  readonly capped: readonly Capped[];
}

/** A board as it is looked at. The same document where it has no variables; in it, the same panels that have none. */
export function shownBoard(document: BoardDocument, chosen: Chosen, keysOf: KeysOf): ShownBoard {
  if (!document.variables?.length) return { document, capped: [] };
  const { of, capped } = unrolled(document, chosen, keysOf);
  const panels = of.map(({ panel, chosen: own }) => putInPanel(panel, own));
  return { document: { ...document, title: putInText(document.title, chosen), panels }, capped };
}

/** A board as it is edited: each panel once and at its place, over the values that are chosen. */
export function editedBoard(document: BoardDocument, chosen: Chosen): BoardDocument {
  if (!document.variables?.length) return document;
  return {
    ...document,
    panels: document.panels.map((panel) => ({ ...putInPanel(panel, chosen), title: panel.title })),
  };
}
