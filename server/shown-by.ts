import { askedIn } from "../core/boards/asked-values";
import { chosenValues } from "../core/boards/chosen-values";
import type { BoardDocument } from "../core/boards/document";
import { keysPatterns } from "../core/boards/patterns";
import { type ShownBoard, shownBoard } from "../core/boards/shown-board";
import { matches } from "../core/keys/pattern";
import { type FirstPaintRequest, firstPaint } from "./first-paint";

interface ShownBy extends Pick<ShownBoard, "document" | "subscribed"> {
  /** By pattern: the keys that say which values a variable has. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/**
 * The board as an address asks for it: with the chosen values of its variables. Which there are of those that come from
 * keys is read first, as what a reader follows is.
 */
export async function shownBy(
  of: Pick<FirstPaintRequest, "env" | "workspaceId" | "principal">,
  document: BoardDocument,
  search: URLSearchParams,
): Promise<ShownBy> {
  const { variables = [] } = document;
  if (variables.length === 0) return { document, subscribed: document, keys: {} };
  const patterns = keysPatterns(variables);
  const { values } = patterns.length === 0 ? { values: [] } : await firstPaint({ ...of, patterns, range: 0 });
  const names = values.map(({ key }) => key).sort();
  const keys = Object.fromEntries(patterns.map((one) => [one, names.filter((name) => matches(one, name))]));
  const keysOf = (pattern: string) => keys[pattern] ?? [];
  const { chosen } = chosenValues(document, askedIn(search), keysOf);
  const { document: shown, subscribed } = shownBoard(document, chosen, keysOf);
  return { document: shown, subscribed, keys };
}
