import * as v from "valibot";
import { type FoundKeys, foundKeys, type KeyQuestion } from "../../../core/keys/found-keys";

/**
 * Asks the server for a stretch of the keys that a question finds. Null: it could not be asked just now, for want of a
 * network or a server, or nobody wants to know any more.
 */
export async function fetchKeys(slug: string, question: KeyQuestion, signal: AbortSignal): Promise<FoundKeys | null> {
  const { asked, sort, from, count, followed } = question;
  const search = new URLSearchParams({ q: asked, sort, from: String(from), count: String(count) });
  if (followed) search.set("tab", "followed");
  try {
    const response = await fetch(`/w/${slug}/keys/find?${search}`, { signal });
    return response.ok ? v.parse(foundKeys, await response.json()) : null;
  } catch (error) {
    // A TypeError is how fetch says that there is no network; anything else is a defect.
    if (signal.aborted || error instanceof TypeError) return null;
    throw error;
  }
}
