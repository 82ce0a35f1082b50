import type { BoardDocument } from "../../../core/boards/document";
import { storedId } from "../../../core/boards/panel-copy";
import { referencesOf } from "../../../core/boards/references-of";

/** A board with its panels that show keys. */
export interface PanelChoices {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly { readonly id: string; readonly title: string }[];
}

interface Board {
  readonly id: string;
  readonly document: BoardDocument;
}

/** What a rule may lead to. */
export function panelChoices(boards: readonly Board[]): PanelChoices[] {
  return boards.flatMap(({ id, document: { title, panels } }) => {
    const shown = panels.filter((panel) => referencesOf(panel).length > 0);
    const own = shown.map((panel) => ({ id: panel.id, title: panel.title || panel.id }));
    return own.length === 0 ? [] : { id, title, panels: own };
  });
}

/** The choices, and with them the copy of a panel that repeats, where that is what was chosen. */
export function withCopy(boards: readonly PanelChoices[], chosen: string): readonly PanelChoices[] {
  const [board = "", ...inBoard] = chosen.split("/");
  const copy = inBoard.join("/");
  const original = storedId(copy);
  if (copy === original) return boards;
  return boards.map((one) => {
    const panel = one.id === board ? one.panels.find(({ id }) => id === original) : undefined;
    if (!panel) return one;
    return {
      ...one,
      panels: [...one.panels, { id: copy, title: `${panel.title}, ${copy.slice(original.length + 1)}` }],
    };
  });
}
