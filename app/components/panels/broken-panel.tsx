import { type ReactNode, useId } from "react";
import type { Panel } from "../../../core/boards/document";
import { StateMark } from "../ui/state-mark";
import { PanelMessage } from "./panel-message";
import { PanelSection } from "./panel-shell";

interface BrokenPanelProps {
  panel: Panel;
  title: string;
  action: ReactNode;
  children: ReactNode;
}

/** Stands at the place of a panel that cannot be drawn, and says why. */
export function BrokenPanel({ panel, title, action, children }: BrokenPanelProps) {
  const heading = useId();
  return (
    <PanelSection panel={panel} state="error" heading={heading}>
      <header className="flex h-(--panel-head) shrink-0 items-center gap-2 px-3">
        <h2 id={heading} className="min-w-0 flex-1 truncate font-medium text-body">
          {panel.title}
        </h2>
        <StateMark state="failing" label="Cannot draw" />
      </header>
      <PanelMessage title={title} action={action}>
        {children}
      </PanelMessage>
    </PanelSection>
  );
}
