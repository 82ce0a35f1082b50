import { Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { panelCode } from "./panel-code";
import { PanelPlaceholder } from "./panel-placeholder";

type SharedDefinition = Extract<Panel, { type: keyof typeof panelCode }>;

/** A panel of those whose code comes apart. */
export function SharedPanel({ panel }: { panel: SharedDefinition }) {
  return (
    <Suspense fallback={<PanelPlaceholder panel={panel} />}>
      <PanelOfKind panel={panel} />
    </Suspense>
  );
}

function PanelOfKind({ panel }: { panel: SharedDefinition }) {
  switch (panel.type) {
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
