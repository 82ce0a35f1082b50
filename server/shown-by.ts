import { askedIn } from "../core/boards/asked-values";
import { chosenValues } from "../core/boards/chosen-values";
import type { BoardDocument } from "../core/boards/document";
import { keysPatterns } from "../core/boards/patterns";
import { type ShownBoard, shownBoard } from "../core/boards/shown-board";
import { matches } from "../core/keys/pattern";
import { type FirstPaintRequest, firstPaint } from "./first-paint";

interface ShownBy extends Pick<ShownBoard, "document" | "subscribed"> {
  /** By pattern: the keys that say which values a variable has. */
  readonly keys: KeysByPattern;
}

type KeysByPattern = Readonly<Record<string, readonly string[]>>;
type Reads = Pick<FirstPaintRequest, "env" | "workspaceId" | "principal">;

/**
 * The board as an address asks for it: with the chosen values of its variables. Which there are of those that come from
 * keys is read first, as what a reader follows is.
 */
export async function shownBy(of: Reads, document: BoardDocument, search: URLSearchParams): Promise<ShownBy> {
  const keys = await variableKeys(of, [document]);
  return { ...shownWith(document, search, keys), keys };
}

/** Boards with what they open as, before an address asks for anything: for lists, which name them and their panels. */
export async function asTheyOpen<B extends { readonly document: BoardDocument }>(of: Reads, boards: readonly B[]) {
  const documents = boards.map(({ document }) => document);
  const keys = await variableKeys(of, documents);
  return boards.map((board) => ({ ...board, opened: shownWith(board.document, nothing, keys).document }));
}

const nothing = new URLSearchParams();

function shownWith(document: BoardDocument, search: URLSearchParams, keys: KeysByPattern): ShownBoard {
  const keysOf = (pattern: string) => keys[pattern] ?? [];
  return shownBoard(document, chosenValues(document, askedIn(search), keysOf).chosen, keysOf);
}

async function variableKeys(of: Reads, documents: readonly BoardDocument[]): Promise<KeysByPattern> {
  const patterns = [...new Set(documents.flatMap(({ variables = [] }) => keysPatterns(variables)))];
  if (patterns.length === 0) return {};
  const { values } = await firstPaint({ ...of, patterns, range: 0 });
  const names = values.map(({ key }) => key).sort();
  return Object.fromEntries(patterns.map((one) => [one, names.filter((name) => matches(one, name))]));
}
