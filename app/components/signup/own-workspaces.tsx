import { Link } from "react-router";
import type { Role } from "../../../core/protocol/welcome";
import { roleWords } from "../members/role-words";
import { Card } from "../ui/card";

interface OwnWorkspacesProps {
  readonly workspaces: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
}

/** Where somebody is a member, and as what. A whole line leads there. */
export function OwnWorkspaces({ workspaces }: OwnWorkspacesProps) {
  if (workspaces.length === 0) return <p className="text-muted">You are in no workspace yet.</p>;
  return (
    <Card aria-label="Your workspaces">
      <ul className="divide-y divide-line">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link to={`/w/${slug}`} className="flex min-h-(--thumb) items-center gap-3 px-4 py-2 hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-strong">{name}</span>
                <span className="block truncate font-mono text-12 text-muted">/w/{slug}</span>
              </span>
              <span className="shrink-0 text-12 text-muted">{roleWords[role]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
