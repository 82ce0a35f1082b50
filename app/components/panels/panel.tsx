import { memo } from "react";
import type { Panel as PanelDefinition } from "../../../core/boards/document";
import { LinePanel } from "./line/line-panel";
import { PanelBoundary } from "./panel-boundary";
import { SharedPanel } from "./shared-panel";
import { StatPanel } from "./stat/stat-panel";
import { StatusPanel } from "./status/status-panel";
import { TablePanel } from "./table/table-panel";

/** One panel of a board, whatever its kind; what breaks in it stays in it. */
export const Panel = memo(function Panel({ panel }: { panel: PanelDefinition }) {
  return (
    <PanelBoundary panel={panel}>
      <PanelOfKind panel={panel} />
    </PanelBoundary>
  );
});

function PanelOfKind({ panel }: { panel: PanelDefinition }) {
  switch (panel.type) {
    case "stat":
      return <StatPanel panel={panel} />;
    case "line":
      return <LinePanel panel={panel} />;
    case "table":
      return <TablePanel panel={panel} />;
    case "status":
      return <StatusPanel panel={panel} />;
    case "list":
    case "note":
    case "events":
    case "discussion":
    case "followed":
      return <SharedPanel panel={panel} />;
  }
}
