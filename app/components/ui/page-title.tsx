import type { ReactNode } from "react";

/** A page's one heading; `note` stands quietly beside it (a count), `actions` at the far end. */
export function PageTitle({ children, note, actions }: { children: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-20 font-medium text-strong">{children}</h1>
      {note ? <span className="text-14 text-faint">{note}</span> : null}
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
