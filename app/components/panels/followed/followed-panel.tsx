import type { FollowedPanel as FollowedDefinition } from "../../../../core/boards/document";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";

export default function FollowedPanel({ panel }: { panel: FollowedDefinition }) {
  return (
    <PanelShell panel={panel} slugs={[]} body="empty">
      <PanelMessage title="Nothing here yet" />
    </PanelShell>
  );
}
