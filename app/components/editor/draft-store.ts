import * as z from "zod/mini";
import { boardDocument } from "../../../core/boards/document";

const draft = z.object({
  at: z.number(),
  /** What it was made from. */
  base: z.object({ version: z.int(), savedBy: z.string(), document: boardDocument }),
  document: boardDocument,
});

/** A board as somebody left it without saving. */
export type Draft = z.infer<typeof draft>;

/** null: there is none, or none that this version can read. */
export function readDraft(place: string): Draft | null {
  try {
    const parsed = z.safeParse(draft, JSON.parse(localStorage.getItem(place) ?? "null"));
    return parsed.data ?? null;
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
