import type { KeySort } from "../../../core/keys/found-keys";

/** Where one is on the page of keys, as its address says it. */
export interface KeyPlace {
  readonly asked?: string;
  readonly sort?: KeySort;
  readonly tab?: "followed" | undefined;
}

/** The search part of an address of the page of keys. */
export function keyPlace({ asked = "", sort = "name", tab }: KeyPlace): string {
  const search = new URLSearchParams({
    ...(asked === "" ? {} : { q: asked }),
    ...(sort === "name" ? {} : { sort }),
    ...(tab === undefined ? {} : { tab }),
  }).toString();
  return search === "" ? "" : `?${search}`;
}
