import * as v from "valibot";
import { finite } from "../../../core/schema/finite";
import { readAs } from "../../../core/schema/read-as";

/** Where a browser keeps what one person has not saved of one board. */
export function draftPlace(userId: string, boardId: string): string {
  return `draft.${userId}.${boardId}`;
}

const kept = v.object({ at: finite() });

/** When it was changed last, in milliseconds since 1970; null where there is none. */
export function draftTime(place: string): number | null {
  try {
    const data = readAs(kept, JSON.parse(localStorage.getItem(place) ?? "null"));
    return data?.at ?? null;
  } catch {
    // SecurityError where a browser's settings forbid it, or a text that is not ours.
    return null;
  }
}
