import { LayoutGrid } from "lucide";
import { Link } from "react-router";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import type { UsingPanel } from "./used-by";

/** The panels that show a key, each one click away. */
export function KeyUsers({ panels }: { panels: readonly UsingPanel[] }) {
  return (
    <Card aria-labelledby="users-title" className="overflow-clip">
      <h2 id="users-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Used by <span className="font-regular text-faint">{panels.length}</span>
      </h2>
      {panels.length === 0 ? (
        <p className="px-4 pb-4 text-muted">No panel shows it yet.</p>
      ) : (
        <ul>
          {panels.map(({ board, boardTitle, panel, panelTitle }) => (
            <li key={`${board} ${panel}`} className="border-t border-line">
              <Link to={`../b/${board}?panel=${panel}`} className="flex items-center gap-3 px-4 py-2 hover:bg-hover">
                <Icon of={LayoutGrid} className="size-4 shrink-0 text-muted" />
                <span className="grid min-w-0">
                  <span className="truncate text-strong">{panelTitle || panel}</span>
                  <span className="truncate text-12 text-muted">{boardTitle}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
