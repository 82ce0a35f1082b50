import type { BoardDocument } from "../../../core/boards/document";
import { patternsOf } from "../../../core/boards/patterns";
import { matches } from "../../../core/keys/pattern";

/** A panel that shows a key, by itself or by a pattern. */
export interface UsingPanel {
  readonly board: string;
  readonly boardTitle: string;
  readonly panel: string;
  readonly panelTitle: string;
}

interface Board {
  readonly slug: string;
  readonly document: BoardDocument;
}

/** Whoever looks: what is each person's own is no key of a source. */
const anybody = { boardId: "any", userId: "any" };

/** The panels of these boards that show the key, or would with some value of a variable: `patternsOf` has `*` for it. */
export function panelsUsing(key: string, boards: readonly Board[]): UsingPanel[] {
  return boards.flatMap(({ slug, document }) =>
    document.panels
      .filter((panel) => patternsOf(panel, anybody).some((pattern) => matches(pattern, key)))
      .map(({ id, title }) => ({ board: slug, boardTitle: document.title, panel: id, panelTitle: title })),
  );
}
