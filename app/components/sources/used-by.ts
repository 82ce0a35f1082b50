import { type BoardDocument, patternsOf, type Viewing } from "../../../core/boards/document";
import { sourceOf } from "../../../core/keys/name";

/** Whoever looks: what is each person's own is of no source. */
const anybody: Viewing = { boardId: "any", userId: "any" };

/** How many panels of a board show keys of this source. A pattern open to every source does not count. */
export function panelsUsing(slug: string, board: BoardDocument): number {
  return board.panels.filter((panel) => patternsOf(panel, anybody).some((pattern) => sourceOf(pattern) === slug))
    .length;
}
