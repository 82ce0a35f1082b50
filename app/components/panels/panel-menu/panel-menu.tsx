import { Menu } from "@base-ui/react/menu";
import { Bell, Ellipsis, FileDown, Image, Maximize2, Minimize2, Pencil, ScanSearch, Table } from "lucide";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import type { Panel } from "../../../../core/boards/document";
import { useNewAlert } from "../../alerts/use-new-alert";
import { useAlone } from "../../board/use-alone";
import { componentCode } from "../../loadable/component-code";
import { loadableComponent } from "../../loadable/loadable-component";
import { Wanted } from "../../loadable/wanted";
import { notify } from "../../notify/notify";
import { Icon } from "../../ui/icon";
import { menuBox, menuItem } from "../../ui/menu-look";
import { useBoard } from "../board-context";
import { menuButton } from "./menu-button";

const PanelData = loadableComponent(componentCode(() => import("../../export/panel-data")));
const KeysInspector = loadableComponent(componentCode(() => import("./keys-inspector")));
const RowsDownload = loadableComponent(componentCode(() => import("../../export/rows-download")));

type Opened = "data" | "inspect" | "csv" | null;

/** Kinds that show words or headings and no values. */
const wordsOnly: readonly Panel["type"][] = ["text", "section"];

/** The menu of one panel; loaded when it is first opened, and open then. */
export default function PanelMenu({ panel }: { panel: Panel }) {
  const alone = useAlone();
  const board = useBoard();
  const [opened, open] = useState<Opened>(null);
  const close = () => open(null);
  const isAlone = alone.id === panel.id;
  return (
    <>
      <Menu.Root defaultOpen>
        <Menu.Trigger aria-label={`Actions for ${panel.title}`} className={menuButton}>
          <Icon of={Ellipsis} className="size-4" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
            <Menu.Popup className={menuBox}>
              <Item
                icon={isAlone ? <Icon of={Minimize2} /> : <Icon of={Maximize2} />}
                run={isAlone ? alone.leave : () => alone.show(panel.id)}
                hint={isAlone ? "Esc" : "V"}
              >
                {isAlone ? "Leave full screen" : "View full screen"}
              </Item>
              <BuilderItems panel={panel} />
              {wordsOnly.includes(panel.type) ? null : (
                <>
                  <Item icon={<Icon of={Table} />} run={() => open("data")}>
                    Data as table
                  </Item>
                  <Item icon={<Icon of={FileDown} />} run={() => open("csv")}>
                    Download CSV
                  </Item>
                </>
              )}
              <Item icon={<Icon of={Image} />} run={() => void savePicture(panel, board.title)}>
                Download PNG
              </Item>
              {wordsOnly.includes(panel.type) ? null : (
                <Item icon={<Icon of={ScanSearch} />} run={() => open("inspect")}>
                  Inspect keys
                </Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Wanted unwant={close}>
        {opened === "data" ? <PanelData panel={panel} close={close} /> : null}
        {opened === "inspect" ? <KeysInspector panel={panel} close={close} /> : null}
        {opened === "csv" ? (
          <RowsDownload panels={[panel]} viewing={board} names={[board.title, panel.title]} done={close} />
        ) : null}
      </Wanted>
    </>
  );
}

/** What is for who builds. */
function BuilderItems({ panel }: { panel: Panel }) {
  const { mayWrite } = useBoard();
  const navigate = useNavigate();
  const newAlert = useNewAlert(panel);
  return (
    <>
      {mayWrite ? (
        <Item icon={<Icon of={Pencil} />} run={() => void navigate(`?edit=1&open=${panel.id}`)}>
          Edit panel
        </Item>
      ) : null}
      {newAlert === "formula" ? <NoAlert /> : null}
      {newAlert !== null && newAlert !== "formula" ? (
        <Item icon={<Icon of={Bell} />} run={() => void navigate(newAlert.to)}>
          Alert on this
        </Item>
      ) : null}
    </>
  );
}

/** Why there is none on what is computed, and where there is one on what that is computed of. */
function NoAlert() {
  return (
    <Menu.Item disabled className={`${menuItem} h-auto! py-1.5 text-faint!`}>
      <Icon of={Bell} className="self-start" />
      <span className="grid max-w-48">
        Alert on this
        <span className="text-12 text-muted">Rules watch keys, not formulas. Inspect keys leads to its keys.</span>
      </span>
    </Menu.Item>
  );
}

interface ItemProps {
  icon: ReactNode;
  run: () => void;
  /** The key that does the same. */
  hint?: string;
  children: ReactNode;
}

function Item({ icon, run, hint, children }: ItemProps) {
  return (
    <Menu.Item className={menuItem} onClick={run}>
      {icon}
      {children}
      {hint === undefined ? null : <kbd className="ml-auto pl-4 text-faint phone:hidden">{hint}</kbd>}
    </Menu.Item>
  );
}

async function savePicture(panel: Panel, board: string): Promise<void> {
  const section = document.querySelector<HTMLElement>(`[data-panel="${panel.id}"]`);
  if (!section) return;
  try {
    const { panelPicture } = await import("../../export/panel-picture");
    await panelPicture(section, [board, panel.title]);
  } catch (error) {
    reportError(error);
    notify({ words: "The picture could not be made", more: "Try it again, or print the page instead." });
  }
}
