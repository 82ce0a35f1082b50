/** Keys one source may make at most. A workspace has the same limit over all its sources, which the store guards. */
export const MAX_KEYS = 10_000;
