import { isArray, isObject, type Json } from "../json";
import type { StreamEvent } from "../protocol/parts";

/** Whether a value is what a stream holds: a list of events. */
export function isEvents(value: Json): value is readonly StreamEvent[] {
  return isArray(value) && value.every(isEvent);
}

function isEvent(value: Json): boolean {
  return isObject(value) && typeof value.id === "number" && typeof value.at === "number" && value.data !== undefined;
}
