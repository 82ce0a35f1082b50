import type { BoardDocument } from "../../../core/boards/document";
import { patternsOf, type Viewing } from "../../../core/boards/patterns";
import { sourceOf } from "../../../core/keys/name";

/** Whoever looks: what is each person's own is of no source. */
const anybody: Viewing = { boardId: "any", userId: "any" };

/** A board with panels that show keys of a source. */
export interface UsingBoard {
  readonly slug: string;
  readonly title: string;
  /** The titles of those panels. */
  readonly panels: readonly string[];
}

interface Board {
  readonly slug: string;
  readonly document: BoardDocument;
}

/** The boards that show keys of this source. A pattern open to every source does not count. */
export function boardsUsing(source: string, boards: readonly Board[]): UsingBoard[] {
  return boards
    .map(({ slug, document }) => ({ slug, title: document.title, panels: panelsUsing(source, document) }))
    .filter(({ panels }) => panels.length > 0);
}

function panelsUsing(source: string, { panels }: BoardDocument): string[] {
  const isUser = (panel: BoardDocument["panels"][number]) =>
    patternsOf(panel, anybody).some((pattern) => sourceOf(pattern) === source);
  return panels.filter(isUser).map(({ title }) => title);
}
