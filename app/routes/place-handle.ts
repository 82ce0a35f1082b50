import type { ReactNode } from "react";
import type { UIMatch } from "react-router";

/**
 * What a page below /w/:workspace exports as `handle`, to be shown in the header that it does not draw itself: the last
 * step of the crumb, and controls at its end. Both are made from the page's own loader data.
 */
export interface PlaceHandle<Data = unknown> {
  here(data: Data): ReactNode;
  actions?(data: Data): ReactNode;
}

/** The header's share of the deepest page that has one; null where the page draws its frame itself. */
export function placeOf(matches: readonly UIMatch[]): { here: ReactNode; actions: ReactNode } | null {
  const page = matches.findLast((match) => isPlace(match.handle));
  if (!page || !isPlace(page.handle) || page.loaderData === undefined) return null;
  return { here: page.handle.here(page.loaderData), actions: page.handle.actions?.(page.loaderData) ?? null };
}

function isPlace(handle: unknown): handle is PlaceHandle {
  return typeof handle === "object" && handle !== null && "here" in handle && typeof handle.here === "function";
}
