import type { DiscussionPanel as DiscussionDefinition } from "../../../../core/boards/document";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";

export default function DiscussionPanel({ panel }: { panel: DiscussionDefinition }) {
  return (
    <PanelShell panel={panel} slugs={[]} body="empty">
      <PanelMessage title="Nothing here yet" />
    </PanelShell>
  );
}
