import { escapeSegment } from "../keys/name";

/** The id of a panel that repeats, for one of its values: no panel of a document has a `~` in its own. */
export function copyId(panelId: string, value: string): string {
  return `${panelId}~${escapeSegment(value)}`;
}

/** The id that a panel has in the stored document. */
export function storedId(shownId: string): string {
  const [id = shownId] = shownId.split("~");
  return id;
}
