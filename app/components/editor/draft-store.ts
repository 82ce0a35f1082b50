import * as v from "valibot";
import { boardDocument } from "../../../core/boards/document";
import { finite } from "../../../core/schema/finite";
import { readAs } from "../../../core/schema/read-as";
import { whole } from "../../../core/schema/whole";

const draft = v.object({
  at: finite(),
  /** What it was made from. */
  base: v.object({ version: whole(), savedBy: v.string(), document: boardDocument }),
  document: boardDocument,
});

/** A board as somebody left it without saving. */
export type Draft = v.InferOutput<typeof draft>;

/** null: there is none, or none that this version can read. */
export function readDraft(place: string): Draft | null {
  try {
    return readAs(draft, JSON.parse(localStorage.getItem(place) ?? "null")) ?? null;
  } catch {
    // SecurityError where a browser's settings forbid it, or a text that is not ours.
    return null;
  }
}

/** Whether it is kept: a browser's storage may be full or forbidden. */
export function keepDraft(place: string, kept: Draft): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
    return true;
  } catch {
    // QuotaExceededError or SecurityError.
    return false;
  }
}

export function dropDraft(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // SecurityError: nothing was kept there either.
  }
}
