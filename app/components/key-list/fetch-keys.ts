import * as z from "zod/mini";
import { type FoundKeys, foundKeys, type KeyQuestion } from "../../../core/keys/found-keys";

/** Asks the server for a stretch of the keys that a question finds. Null: it could not be asked just now. */
export async function fetchKeys(slug: string, question: KeyQuestion, signal: AbortSignal): Promise<FoundKeys | null> {
  const { asked, sort, from, count } = question;
  const search = new URLSearchParams({ q: asked, sort, from: String(from), count: String(count) });
  const response = await fetch(`/w/${slug}/keys/find?${search}`, { signal }).catch(() => null);
  // No network, a server that restarts, or the page was left: whoever shows the list says so and asks again.
  return response?.ok ? z.parse(foundKeys, await response.json()) : null;
}
