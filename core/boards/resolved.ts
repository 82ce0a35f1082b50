import * as v from "valibot";
import { type BoardDocument, boardDocument } from "./document";
import type { Merged } from "./merge";
import { settle } from "./settle";

/**
 * A merge whose conflicts somebody has settled. `isTheirs`: of each conflict's panel (null: the board itself) whether it
 * is to be as the others left it, be that gone.
 */
export function resolved(
  { document, conflicts }: Merged,
  theirs: BoardDocument,
  isTheirs: (panel: string | null) => boolean,
): BoardDocument {
  const given = new Set(conflicts.map(({ panel }) => panel).filter(isTheirs));
  const { panels: _, ...board } = given.has(null) ? theirs : document;
  const others = new Map(theirs.panels.map((one) => [one.id, one]));
  const panels = document.panels.flatMap((one) => (given.has(one.id) ? (others.get(one.id) ?? []) : one));
  return v.parse(boardDocument, { ...board, panels: settle(panels) });
}
