import type { Panel } from "../../../core/boards/document";
import { PanelMessage } from "./panel-message";
import { PanelShell } from "./panel-shell";

/** Stands, while the board shows the past, for a panel of what is only known of now. */
export function NoHistoryPanel({ panel }: { panel: Panel }) {
  return (
    <PanelShell panel={panel} slugs={none} body="empty">
      <PanelMessage title="No history">This is known of now only.</PanelMessage>
    </PanelShell>
  );
}

const none: readonly string[] = [];
