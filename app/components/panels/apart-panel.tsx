import { Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { loadableComponent } from "../loadable/loadable-component";
import { panelCode } from "./panel-code";
import { PanelPlaceholder } from "./panel-placeholder";
import { UnloadedPanel } from "./unloaded-panel";

type ApartDefinition = Extract<Panel, { type: keyof typeof panelCode }>;

/** Each kind as its code makes it; where that cannot be loaded, a panel that says so. */
const panels = {
  line: loadableComponent(panelCode.line, UnloadedPanel),
  status: loadableComponent(panelCode.status, UnloadedPanel),
  bar: loadableComponent(panelCode.bar, UnloadedPanel),
  pie: loadableComponent(panelCode.pie, UnloadedPanel),
  gauge: loadableComponent(panelCode.gauge, UnloadedPanel),
  grid: loadableComponent(panelCode.grid, UnloadedPanel),
  table: loadableComponent(panelCode.table, UnloadedPanel),
  text: loadableComponent(panelCode.text, UnloadedPanel),
  list: loadableComponent(panelCode.list, UnloadedPanel),
  note: loadableComponent(panelCode.note, UnloadedPanel),
  events: loadableComponent(panelCode.events, UnloadedPanel),
  discussion: loadableComponent(panelCode.discussion, UnloadedPanel),
  followed: loadableComponent(panelCode.followed, UnloadedPanel),
};

/** A panel of those whose code comes apart. */
export function ApartPanel({ panel }: { panel: ApartDefinition }) {
  return (
    <Suspense fallback={<PanelPlaceholder panel={panel} />}>
      <PanelOfKind panel={panel} />
    </Suspense>
  );
}

function PanelOfKind({ panel }: { panel: ApartDefinition }) {
  switch (panel.type) {
    case "line":
      return <panels.line panel={panel} />;
    case "status":
      return <panels.status panel={panel} />;
    case "bar":
      return <panels.bar panel={panel} />;
    case "pie":
      return <panels.pie panel={panel} />;
    case "gauge":
      return <panels.gauge panel={panel} />;
    case "grid":
      return <panels.grid panel={panel} />;
    case "table":
      return <panels.table panel={panel} />;
    case "text":
      return <panels.text panel={panel} />;
    case "list":
      return <panels.list panel={panel} />;
    case "note":
      return <panels.note panel={panel} />;
    case "events":
      return <panels.events panel={panel} />;
    case "discussion":
      return <panels.discussion panel={panel} />;
    case "followed":
      return <panels.followed panel={panel} />;
  }
}
