import { Link } from "react-router";
import { Card } from "../ui/card";
import { PanelNames } from "./panel-names";
import type { UsingBoard } from "./used-by";

const NAMED = 6;

interface Props {
  /** The workspace's short name. */
  readonly workspace: string;
  readonly slug: string;
  readonly keys: readonly string[];
  /** Boards with panels that show keys of this source. */
  readonly boards: readonly UsingBoard[];
}

/** What goes with a source, in full, before it goes. */
export function RemovalCard({ workspace, slug, keys, boards }: Props) {
  return (
    <Card className="grid gap-4 p-4">
      <p className="text-14 text-strong">
        It is not asked any more, and its keys go at once. That can be undone for a day, from the notice that follows.
      </p>
      <section className="grid gap-1" aria-labelledby="keys-that-go">
        <h2 id="keys-that-go" className="font-medium text-strong">
          {keys.length === 0 ? "No keys" : `${keys.length === 1 ? "One key" : `${keys.length} keys`} and their past`}
        </h2>
        {keys.length === 0 ? (
          <p className="text-muted">
            The source <code>{slug}</code> has not brought any yet.
          </p>
        ) : (
          <p className="wrap-anywhere text-muted">
            <code>{keys.slice(0, NAMED).join("  ")}</code>
            {keys.length > NAMED ? ` and ${keys.length - NAMED} more` : null}
          </p>
        )}
      </section>
      <section className="grid gap-1" aria-labelledby="boards-that-lose">
        <h2 id="boards-that-lose" className="font-medium text-strong">
          {boards.length === 0 ? "No board shows them" : "Boards that show them"}
        </h2>
        {boards.length === 0 ? null : (
          <ul className="grid gap-1">
            {boards.map(({ slug: board, title, panels }) => (
              <li key={board} className="text-muted">
                <Link to={`/w/${workspace}/b/${board}`} className="text-accent underline underline-offset-2">
                  {title}
                </Link>{" "}
                {panels.length === 1
                  ? "keeps one panel that will be empty"
                  : `keeps ${panels.length} panels that will be empty`}
                <PanelNames panels={panels} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Card>
  );
}
