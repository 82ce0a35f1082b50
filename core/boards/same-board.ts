import * as v from "valibot";
import { canonical } from "../delta/canonical";
import { json } from "../protocol/parts";
import type { BoardDocument } from "./document";

/** Whether two documents are the same board: in which order its panels are listed says nothing. */
export function sameBoard(one: BoardDocument, other: BoardDocument): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(document: BoardDocument): string {
  const panels = document.panels.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  // A member that is undefined is not there.
  return canonical(v.parse(json, JSON.parse(JSON.stringify({ ...document, panels }))));
}
