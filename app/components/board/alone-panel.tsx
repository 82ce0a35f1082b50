import type { Panel as PanelDefinition } from "../../../core/boards/document";
import { Panel } from "../panels/panel";
import { AloneBar } from "./alone-bar";

/** One panel in place of the board, as large as the page. */
export function AlonePanel({ panel, leave }: { panel: PanelDefinition; leave: () => void }) {
  return (
    <div className="flex h-[calc(100dvh-var(--bar))] flex-col px-4 pt-3 pb-4 phone:h-[calc(100dvh-152px)] phone:px-3 phone:pt-2">
      <AloneBar leave={leave} />
      <div data-alone className="grid min-h-0 flex-1 [&>*]:h-auto! [&>*]:[grid-area:auto]!">
        <Panel key={panel.id} panel={panel} />
      </div>
    </div>
  );
}
