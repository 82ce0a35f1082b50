import type { ReactNode } from "react";

/** What stands in a panel that has no picture: what is the matter, what is known, what to do. */
export function PanelMessage({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid flex-1 content-center justify-items-center gap-1 overflow-hidden text-center">
      <p className="font-medium text-strong">{title}</p>
      {children ? <p className="text-muted wrap-anywhere">{children}</p> : null}
      {action ? (
        <div data-hands className="mt-2">
          {action}
        </div>
      ) : null}
    </div>
  );
}
