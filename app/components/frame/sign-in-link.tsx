import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";

/**
 * Leads back here, by a new document: nothing of the last session's values stays in its memory. `again`: also while the
 * present session still holds.
 */
export function SignInLink({ again = false, children }: { again?: boolean; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <Link
      to={`/login?redirectTo=${encodeURIComponent(pathname + search)}${again ? "&again" : ""}`}
      reloadDocument
      className="text-accent underline underline-offset-2"
    >
      {children}
    </Link>
  );
}
