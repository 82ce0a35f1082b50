import { Ellipsis } from "lucide";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { ontoWall, USUAL_TURN } from "../wall/wall-options";
import type { BoardViewMenuProps } from "./board-view-menu";

const BoardViewMenu = loadableComponent(componentCode(() => import("./board-view-menu")));

/** What can be done with the board that is looked at. The menu's code comes when it is first opened. */
export function BoardMenuButton(props: BoardViewMenuProps) {
  const [isWanted, want] = useState(false);
  const navigate = useNavigate();
  const { search } = useLocation();
  const hydrated = useHydrated();
  useShortcut(
    { keys: "k", does: "Shows the board as on a wall", group: "Board" },
    () => void navigate({ search: ontoWall(search, { boards: [], every: USUAL_TURN }) }),
  );
  const button = (
    <Button
      variant="quiet"
      disabled={!hydrated}
      aria-haspopup="menu"
      aria-label="Board actions"
      onClick={() => want(true)}
      icon={<Icon of={Ellipsis} />}
    />
  );
  if (!isWanted) return button;
  return (
    <Wanted fallback={button} unwant={() => want(false)}>
      <BoardViewMenu {...props} />
    </Wanted>
  );
}
