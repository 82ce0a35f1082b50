import type { ReactNode } from "react";

/** What stands in a panel that has no picture: what is the matter, what is known, what to do. */
export function PanelMessage({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    // What runs to the panel's edge says how far from it words stand. In a panel without room for two lines they stand beside one another.
    <div className="flex min-h-0 flex-1 flex-col flex-wrap content-center justify-center gap-x-2 gap-y-1 overflow-hidden px-(--edge) text-center *:max-w-full">
      <p className="font-medium text-strong">{title}</p>
      {children ? <p className="text-muted wrap-anywhere">{children}</p> : null}
      {action ? (
        <div data-hands className="mt-2 self-center">
          {action}
        </div>
      ) : null}
    </div>
  );
}
