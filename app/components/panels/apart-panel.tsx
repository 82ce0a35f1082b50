import { Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { panelCode } from "./panel-code";
import { PanelPlaceholder } from "./panel-placeholder";

type ApartDefinition = Extract<Panel, { type: keyof typeof panelCode }>;

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
      return <panelCode.line.Panel panel={panel} />;
    case "status":
      return <panelCode.status.Panel panel={panel} />;
    case "bar":
      return <panelCode.bar.Panel panel={panel} />;
    case "pie":
      return <panelCode.pie.Panel panel={panel} />;
    case "gauge":
      return <panelCode.gauge.Panel panel={panel} />;
    case "grid":
      return <panelCode.grid.Panel panel={panel} />;
    case "table":
      return <panelCode.table.Panel panel={panel} />;
    case "text":
      return <panelCode.text.Panel panel={panel} />;
    case "list":
      return <panelCode.list.Panel panel={panel} />;
    case "note":
      return <panelCode.note.Panel panel={panel} />;
    case "events":
      return <panelCode.events.Panel panel={panel} />;
    case "discussion":
      return <panelCode.discussion.Panel panel={panel} />;
    case "followed":
      return <panelCode.followed.Panel panel={panel} />;
  }
}
