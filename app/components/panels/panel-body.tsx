import { memo, type ReactNode } from "react";
import { reportPanelRender } from "./on-panel-render";

interface PanelBodyProps {
  panelId: string;
  /** The id of the panel's heading. */
  heading: string;
  /** The content runs to the panel's edge: tables and lists. */
  flush: boolean;
  /** False: it runs to the edge, too, and scrolls parts of itself. */
  scrolls: boolean;
  children: ReactNode;
}

/** A panel's inside. Its shell ticks each second around it; this renders only when the panel's own keys gave it new children. */
export const PanelBody = memo(function PanelBody({ panelId, heading, flush, scrolls, children }: PanelBodyProps) {
  reportPanelRender(panelId);
  if (!scrolls) return <div className="flex min-h-0 min-w-0 flex-1 flex-col [--edge:12px]">{children}</div>;
  if (!flush) {
    return (
      <div className="flex min-h-0 min-w-0 flex-1 flex-col px-3 pb-3 group-data-[state=failing]/panel:pb-1.5">
        {children}
      </div>
    );
  }
  return (
    // Rows may be more than fit: the keyboard scrolls what it can focus.
    <div
      role="group"
      aria-labelledby={heading}
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto rounded-b-8 [--edge:12px] focus-visible:-outline-offset-2"
    >
      {children}
    </div>
  );
});
