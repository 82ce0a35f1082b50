import { apart } from "../panels/panel-code";

/** What only a wall needs: a board that is looked at on a desk downloads none of it. */
export const wallCode = apart(() => import("./wall"));

/** Loads it before a page that shows a wall hydrates: see `loadShownPanels`. */
export async function loadShownWall(page: Document): Promise<void> {
  if (page.querySelector("[data-wall]")) await Promise.allSettled([wallCode.load()]);
}
