import { type ComponentType, lazy } from "react";
import { loadPathFinder } from "./values/use-path-finder";

/** A panel whose code comes apart from the board's. */
function apart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Later = lazy(load);
  let now: ComponentType<Props> | null = null;
  return {
    load: async () => {
      now = (await load()).default;
    },
    get Panel(): ComponentType<Props> {
      return now ?? Later;
    },
  };
}

/** A board without a panel of these kinds downloads none of its code. */
export const panelCode = {
  line: apart(() => import("./line/line-panel")),
  status: apart(() => import("./status/status-panel")),
  bar: apart(() => import("./bar/bar-panel")),
  pie: apart(() => import("./pie/pie-panel")),
  gauge: apart(() => import("./gauge/gauge-panel")),
  grid: apart(() => import("./grid/grid-panel")),
  table: apart(() => import("./table/table-panel")),
  text: apart(() => import("./text/text-panel")),
  list: apart(() => import("./list/list-panel")),
  note: apart(() => import("./note/note-panel")),
  events: apart(() => import("./events/events-panel")),
  discussion: apart(() => import("./discussion/discussion-panel")),
  followed: apart(() => import("./followed/followed-panel")),
};

/**
 * Loads what the page shows before it hydrates. What hydrated later would meet values that have moved on since the server
 * wrote them. Where it cannot be loaded, the panel says so by itself.
 */
export async function loadShownPanels(page: Document): Promise<void> {
  const shown = new Set([...page.querySelectorAll("[data-kind]")].map((panel) => panel.getAttribute("data-kind")));
  const wanted = Object.entries(panelCode).filter(([kind]) => shown.has(kind));
  const paths = page.querySelector("[data-paths]") ? [loadPathFinder()] : [];
  await Promise.allSettled([...wanted.map(([, code]) => code.load()), ...paths]);
}
