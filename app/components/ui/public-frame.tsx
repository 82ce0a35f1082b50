import type { ReactNode } from "react";
import { Link } from "react-router";
import { Logo } from "./logo";

/** The frame of signed-out pages: the name, and at the far end what else one may do. */
export function PublicFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 shrink-0 items-center gap-2 px-12 phone:px-4">
        <Link to="/" className="rounded-6 phone:flex phone:h-(--thumb) phone:items-center">
          <Logo name />
        </Link>
        <div className="ml-auto flex items-center gap-2 text-muted">{actions}</div>
      </header>
      <main className="flex flex-1 flex-col">{children}</main>
    </div>
  );
}
