import { jsonEquals } from "../../core/json";
import type { OwnJson } from "../json-copy";

/** Two pages as one: lists at the same place are joined, unless both pages say the same; all else is of the first. */
export function joinPages(first: OwnJson, second: OwnJson): OwnJson {
  if (Array.isArray(first)) {
    return Array.isArray(second) && !jsonEquals(first, second) ? [...first, ...second] : first;
  }
  if (!isRecord(first) || !isRecord(second)) return first;
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => [name, joinPages(value, second[name] ?? null)]),
  );
}

function isRecord(value: OwnJson): value is { [name: string]: OwnJson } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
