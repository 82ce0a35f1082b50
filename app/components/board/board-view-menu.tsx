import { Menu } from "@base-ui/react/menu";
import { Download, Ellipsis, FileDown, Flag, Keyboard, Monitor, Pause, Play, Printer } from "lucide";
import { useState } from "react";
import { Link } from "react-router";
import type { BoardDocument } from "../../../core/boards/document";
import type { Viewing } from "../../../core/boards/patterns";
import { usePaused } from "../../live/use-paused";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { keyboard } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { menuBox, menuItem } from "../ui/menu-look";

const ShowOnWall = loadableComponent(componentCode(() => import("../wall/show-on-wall")));
const RowsDownload = loadableComponent(componentCode(() => import("../export/rows-download")));

export interface BoardViewMenuProps {
  /** The board as it is shown. */
  document: BoardDocument;
  viewing: Viewing;
}

/** The menu of a board, open when it is first shown. */
export default function BoardViewMenu({ document, viewing }: BoardViewMenuProps) {
  const [opened, open] = useState<"wall" | "csv" | null>(null);
  const close = () => open(null);
  const { isPaused, pause } = usePaused();
  return (
    <>
      <Menu.Root defaultOpen>
        <Menu.Trigger render={<Button variant="quiet" aria-label="Board actions" icon={<Icon of={Ellipsis} />} />} />
        <Menu.Portal>
          <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
            <Menu.Popup className={menuBox}>
              <Menu.Item className={menuItem} onClick={() => pause(!isPaused)}>
                {isPaused ? <Icon of={Play} /> : <Icon of={Pause} />}
                {isPaused ? "Go on" : "Pause"}
              </Menu.Item>
              <Menu.Item className={menuItem} onClick={() => keyboard.run("g n")}>
                <Icon of={Flag} />
                Notes on the charts
              </Menu.Item>
              <Menu.Item className={menuItem} onClick={() => open("wall")}>
                <Icon of={Monitor} />
                Show on a wall
              </Menu.Item>
              <Menu.Item className={menuItem} onClick={() => open("csv")}>
                <Icon of={FileDown} />
                Download CSV
              </Menu.Item>
              <Menu.LinkItem className={menuItem} render={<Link to="export" reloadDocument download />}>
                <Icon of={Download} />
                Export as JSON
              </Menu.LinkItem>
              <Menu.Item className={menuItem} onClick={() => setTimeout(() => window.print(), 0)}>
                <Icon of={Printer} />
                Print
              </Menu.Item>
              <Menu.Item className={menuItem} onClick={() => keyboard.run("?")}>
                <Icon of={Keyboard} />
                Keyboard shortcuts
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Wanted unwant={close}>
        {opened === "wall" ? <ShowOnWall close={close} /> : null}
        {opened === "csv" ? (
          <RowsDownload panels={document.panels} viewing={viewing} names={[document.title]} done={close} />
        ) : null}
      </Wanted>
    </>
  );
}
