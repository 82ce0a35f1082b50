import { type ChosenValues, chosenValues, type KeysOf } from "./chosen-values";
import type { BoardDocument } from "./document";
import { editedBoard, type ShownBoard, shownBoard } from "./shown-board";

export interface BoardWithValues extends ShownBoard, ChosenValues {}

/** A board with the values of its variables that are asked for: as it is looked at, or as it is edited. */
export function boardWithValues(
  document: BoardDocument,
  asked: (name: string) => readonly string[],
  keysOf: KeysOf,
  isEditing: boolean,
): BoardWithValues {
  const values = chosenValues(document, asked, keysOf);
  if (!isEditing) return { ...values, ...shownBoard(document, values.chosen, keysOf) };
  const edited = editedBoard(document, values.chosen);
  return { ...values, document: edited, subscribed: edited, capped: [] };
}
