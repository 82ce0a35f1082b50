import type { ReactNode } from "react";
import { Link } from "react-router";

interface CrumbProps {
  workspace: { slug: string; name: string };
  /** The last step. */
  here: ReactNode;
}

/** Where one is, from the workspace on. */
export function Crumb({ workspace, here }: CrumbProps) {
  return (
    <div className="flex min-w-0 items-center gap-1 text-14">
      <Link
        to={`/w/${workspace.slug}`}
        className="max-w-60 truncate rounded-6 px-1.5 py-1 text-muted hover:bg-hover phone:hidden"
      >
        {workspace.name}
      </Link>
      <span aria-hidden className="text-line-strong phone:hidden">
        /
      </span>
      <span className="truncate px-1.5 font-medium text-strong phone:px-0 phone:text-16">{here}</span>
    </div>
  );
}
