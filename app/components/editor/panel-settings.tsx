import { Copy, Trash2 } from "lucide";
import type { Panel } from "../../../core/boards/document";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { DrawerProps } from "./drawer";
import { KeysSetting } from "./keys-setting";
import { KindSetting } from "./kind-setting";
import { LookSetting } from "./look-setting";
import { MemberField } from "./member-field";
import { Setting } from "./setting";
import { ThresholdsSetting } from "./thresholds-setting";
import { useMembers } from "./use-members";

interface PanelSettingsProps extends DrawerProps {
  readonly panel: Panel;
  readonly done: () => void;
}

/** Keys first, then the kinds that fit them, then how they look. The panel itself is the preview. */
export function PanelSettings({ panel, session, steps, slug, preview, done }: PanelSettingsProps) {
  const members = useMembers(panel, session);
  return (
    <>
      <KeysSetting panel={panel} members={members} slug={slug} preview={preview} />
      <KindSetting panel={panel} panels={session.now.panels} members={members} />
      <Setting title="Title">
        <MemberField label="Title" name="title" members={members} as="text" />
        {panel.type === "text" ? (
          <MemberField label="Text, in Markdown" name="text" members={members} as="text" isLong />
        ) : null}
        {panel.type === "section" ? (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={panel.folded ?? false}
              onChange={({ target }) => members.set("folded", target.checked || undefined)}
            />
            Folded when the board is opened
          </label>
        ) : null}
      </Setting>
      <LookSetting panel={panel} members={members} variables={session.now.variables ?? []} />
      {canHaveThresholds.has(panel.type) ? <ThresholdsSetting panel={panel} members={members} /> : null}
      <footer className="sticky bottom-0 flex gap-1 border-t border-line bg-panel p-3">
        <Button variant="quiet" icon={<Icon of={Copy} />} onClick={() => steps.duplicate(panel.id)}>
          Duplicate
        </Button>
        <Button variant="quiet" icon={<Icon of={Trash2} />} onClick={() => steps.remove(panel.id)}>
          Remove
        </Button>
        <span className="flex-1" />
        <Button onClick={done}>Close</Button>
      </footer>
    </>
  );
}

const canHaveThresholds: ReadonlySet<Panel["type"]> = new Set(["stat", "line", "bar", "gauge", "grid", "table"]);
