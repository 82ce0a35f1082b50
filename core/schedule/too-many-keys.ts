import type { Refresh } from "../sources/reading";

/** What becomes of an answer with which the workspace would hold more keys than it may, the engine's own included. */
export function tooManyKeys(limit: number): Refresh {
  const message = `With this answer the workspace would hold more than ${limit.toLocaleString("en-US")} keys.`;
  return { ok: false, failure: { code: "too_many_keys", message } };
}
