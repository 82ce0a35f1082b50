import { Link } from "react-router";
import { Card } from "../ui/card";
import { PanelNames } from "./panel-names";
import type { UsingBoard } from "./used-by";

interface Props {
  /** The workspace's short name. */
  readonly workspace: string;
  readonly boards: readonly UsingBoard[];
}

/** Which boards show keys of a source. */
export function SourceUsers({ workspace, boards }: Props) {
  return (
    <Card aria-labelledby="users-title" className="p-4">
      <h2 id="users-title" className="mb-2 text-14 font-medium text-strong">
        Shown on
      </h2>
      {boards.length === 0 ? (
        <p className="text-muted">No board shows its keys.</p>
      ) : (
        <ul className="grid gap-1">
          {boards.map(({ slug, title, panels }) => (
            <li key={slug} className="text-muted">
              <Link to={`/w/${workspace}/b/${slug}`} className="text-accent underline underline-offset-2">
                {title}
              </Link>
              , {panels.length === 1 ? "one panel" : `${panels.length} panels`}
              <PanelNames panels={panels} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
