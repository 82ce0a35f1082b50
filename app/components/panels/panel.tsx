import { memo } from "react";
import type { Panel as PanelDefinition } from "../../../core/boards/document";
import { useBoardRange } from "../range/range-context";
import { ApartPanel } from "./apart-panel";
import { NoHistoryPanel } from "./no-history-panel";
import { PanelBoundary } from "./panel-boundary";
import { PanelPaint } from "./panel-paint";
import { SectionPanel } from "./section/section-panel";
import { StatPanel } from "./stat/stat-panel";

/** One panel of a board, whatever its kind; what breaks in it stays in it. */
export const Panel = memo(function Panel({ panel }: { panel: PanelDefinition }) {
  return (
    <PanelPaint type={panel.type}>
      <PanelBoundary panel={panel}>
        <PanelOfKind panel={panel} />
      </PanelBoundary>
    </PanelPaint>
  );
});

/** What they show is known of now only. */
const ofNow: readonly PanelDefinition["type"][] = ["status", "events", "followed"];

function PanelOfKind({ panel }: { panel: PanelDefinition }) {
  const { range } = useBoardRange();
  if (range.kind === "past" && ofNow.includes(panel.type)) return <NoHistoryPanel panel={panel} />;
  switch (panel.type) {
    case "stat":
      return <StatPanel panel={panel} />;
    case "section":
      return <SectionPanel panel={panel} />;
    case "line":
    case "status":
    case "bar":
    case "pie":
    case "gauge":
    case "grid":
    case "table":
    case "text":
    case "list":
    case "note":
    case "events":
    case "discussion":
    case "followed":
      return <ApartPanel panel={panel} />;
  }
}
