import { type BoardDocument, patternsOf } from "../../../core/boards/document";
import { sourceOf } from "../../../core/keys/name";

/** How many panels of a board show keys of this source. A pattern open to every source does not count. */
export function panelsUsing(slug: string, board: BoardDocument): number {
  return board.panels.filter((panel) => patternsOf(panel).some((pattern) => sourceOf(pattern) === slug)).length;
}
