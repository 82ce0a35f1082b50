import { componentCode } from "../loadable/component-code";

/** A board without a panel of these kinds downloads none of its code. */
export const panelCode = {
  line: componentCode(() => import("./line/line-panel")),
  status: componentCode(() => import("./status/status-panel")),
  bar: componentCode(() => import("./bar/bar-panel")),
  pie: componentCode(() => import("./pie/pie-panel")),
  gauge: componentCode(() => import("./gauge/gauge-panel")),
  grid: componentCode(() => import("./grid/grid-panel")),
  table: componentCode(() => import("./table/table-panel")),
  text: componentCode(() => import("./text/text-panel")),
  list: componentCode(() => import("./list/list-panel")),
  note: componentCode(() => import("./note/note-panel")),
  events: componentCode(() => import("./events/events-panel")),
  discussion: componentCode(() => import("./discussion/discussion-panel")),
  followed: componentCode(() => import("./followed/followed-panel")),
};
