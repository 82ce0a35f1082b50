import { memo, type ReactNode } from "react";
import { reportPanelRender } from "./on-panel-render";

interface PanelBodyProps {
  panelId: string;
  /** The content runs to the panel's edge: tables and lists. */
  flush: boolean;
  children: ReactNode;
}

/** A panel's inside. Its shell ticks each second around it; this renders only when the panel's own keys gave it new children. */
export const PanelBody = memo(function PanelBody({ panelId, flush, children }: PanelBodyProps) {
  reportPanelRender(panelId);
  const room = flush ? "overflow-y-auto rounded-b-8" : "px-3 pb-3";
  return <div className={`flex min-h-0 min-w-0 flex-1 flex-col ${room}`}>{children}</div>;
});
