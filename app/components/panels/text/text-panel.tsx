import type { TextPanel as TextDefinition } from "../../../../core/boards/document";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { Markdown } from "./markdown";

const none: readonly string[] = [];

/** Words on the board itself, written in Markdown. */
export default function TextPanel({ panel }: { panel: TextDefinition }) {
  const isBlank = panel.text.trim() === "";
  return (
    <PanelShell panel={panel} slugs={none} flush {...(isBlank && { body: "empty" as const })}>
      {isBlank ? <PanelMessage title="Nothing written yet" /> : <Markdown text={panel.text} />}
    </PanelShell>
  );
}
