import type { Refresh } from "../sources/reading";

/** Keys a workspace may hold, the engine's own included. */
export const MAX_KEYS = 10_000;

/** What becomes of an answer with which there would be more. */
export const tooManyKeys: Refresh = {
  ok: false,
  failure: {
    code: "too_many_keys",
    message: `With this answer the workspace would hold more than ${MAX_KEYS.toLocaleString("en-US")} keys.`,
  },
};
