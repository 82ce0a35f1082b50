import type { BoardDocument } from "../../../core/boards/document";
import { isFormula } from "../../../core/boards/patterns-in";
import { variablesIn } from "../../../core/boards/variable-text";
import { sourceOf } from "../../../core/keys/name";
import { isExact } from "../../../core/keys/pattern";

/** The one value that stands for a board in a list. */
export interface Thumbnail {
  readonly key: string;
  readonly title: string;
}

/** The first number of a board, in reading order, that is one key's; null where it has none. Its variables are put in. */
export function thumbnailOf({ panels }: BoardDocument): Thumbnail | null {
  const [first] = panels
    .filter((panel) => panel.type === "stat")
    .filter(({ key }) => !isFormula(key) && isExact(key) && variablesIn(key).length === 0)
    .sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
  return first ? { key: first.key, title: first.title } : null;
}

/** What a list of boards subscribes to: each value, and the state of the source it comes from. */
export function thumbnailPatterns(thumbnails: readonly (Thumbnail | null)[]): string[] {
  const keys = thumbnails.flatMap((one) => (one ? [one.key] : []));
  const states = keys.map((key) => `$sources.${sourceOf(key)}`);
  return [...new Set([...keys, ...states])];
}
