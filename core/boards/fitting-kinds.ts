import { isArray, type Json } from "../json";
import type { KeyMeta } from "../protocol/parts";
import type { Panel } from "./document";
import { isListRows } from "./list-rows";

/** A value that a panel is to show. */
export interface ToShow {
  readonly kind: KeyMeta["kind"];
  readonly value: Json;
}

/** The kinds of panel that show keys. */
export type KeyKind = Exclude<Panel["type"], "text" | "section" | "status" | "discussion" | "followed">;

const all: readonly KeyKind[] = ["stat", "line", "bar", "pie", "gauge", "grid", "table", "list", "note", "events"];

/**
 * The kinds of panel that can show these values, the one that suits them best first. Of values that nobody knows yet
 * nothing can be said, so that every kind fits.
 */
export function fittingKinds(values: readonly ToShow[]): readonly KeyKind[] {
  if (values.length === 0) return all;
  const isOne = values.length === 1;
  const are = (is: (one: ToShow) => boolean) => values.every(is);
  if (are(({ kind }) => kind === "stream")) return isOne ? ["events"] : ["table"];
  if (are(({ kind, value }) => kind === "series" || typeof value === "number")) {
    return isOne ? ["stat", "line", "gauge", "bar", "grid", "table"] : ["line", "bar", "pie", "grid", "table"];
  }
  if (isOne && are(({ value }) => isListRows(value) && isArray(value) && value.length > 0)) return ["list", "table"];
  // A list that is empty may be one that people keep.
  if (isOne && are(({ value }) => isArray(value))) return ["table", "list"];
  if (isOne && are(({ value }) => typeof value === "string")) return ["stat", "note", "grid", "table"];
  return isOne ? ["stat", "grid", "table"] : ["grid", "table"];
}
