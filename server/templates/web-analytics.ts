import { MAX_INTERVAL } from "../../core/sources/definition";
import { PUSH } from "../../core/sources/written";
import { arrange } from "./arrange";
import type { Template } from "./template";

/** Events that pages send by the small script: docs/sources/push.md. */
export const webAnalytics: Template = {
  slug: "web-analytics",
  title: "Web analytics",
  about: "Views and events of your pages, sent by a small script without cookies",
  icon: "pulse",
  asks: [],
  sources: () => [{ slug: "web", name: "Web analytics", kind: PUSH, interval: MAX_INTERVAL, settings: {} }],
  board: (slugOf) => ({
    schema: 1,
    title: "Web analytics",
    panels: arrange([
      {
        height: 14,
        weights: [2, 1],
        panels: [
          { id: "events", type: "events", title: "Views and events", key: `${slugOf("web")}.events` },
          { id: "sources", type: "status", title: "Sources" },
        ],
      },
    ]),
  }),
};
