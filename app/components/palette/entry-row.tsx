import { Command } from "cmdk";
import { Bell, Database, type IconNode, Key, LayoutGrid, MoveRight, PanelTop, Zap } from "lucide";
import type { FoundKey } from "../../../core/keys/found-keys";
import { preview } from "../../../core/keys/preview";
import { useLiveKey } from "../../live/use-live-key";
import { measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Icon } from "../ui/icon";
import type { Entry } from "./entry";

const icons: Record<Entry["group"], IconNode> = {
  Boards: LayoutGrid,
  Panels: PanelTop,
  Sources: Database,
  Alerts: Bell,
  Keys: Key,
  "Go to": MoveRight,
  Actions: Zap,
};
const row =
  "flex h-9 cursor-default items-center gap-2.5 rounded-6 px-2.5 text-body data-[selected=true]:bg-selected data-[selected=true]:text-strong phone:h-(--thumb)";

/** One thing to go to or to do. */
export function EntryRow({ entry: { id, group, name, note, keys }, choose }: { entry: Entry; choose: () => void }) {
  const icon = icons[group];
  return (
    <Command.Item value={id} onSelect={choose} className={row}>
      <Icon of={icon} className="size-4 shrink-0 text-muted" />
      <span className="truncate">{name}</span>
      {note === undefined ? null : <span className="truncate text-12 text-muted">{note}</span>}
      {keys === undefined ? null : <kbd className="ml-auto shrink-0 text-12 text-muted">{keys}</kbd>}
    </Command.Item>
  );
}

/** A key with its value, live. */
export function KeyRow({ found, choose }: { found: FoundKey; choose: () => void }) {
  const { locale } = useReader();
  const live = useLiveKey(found.key);
  const value = live ? preview(live.value, live.meta.kind) : found.value;
  return (
    <Command.Item value={`key ${found.key}`} onSelect={choose} className={row}>
      <Icon of={Key} className="size-4 shrink-0 text-muted" />
      <code className="truncate">{found.key}</code>
      {found.label === null ? null : <span className="truncate text-12 text-muted">{found.label}</span>}
      <span className="ml-auto max-w-40 shrink-0 truncate text-strong">
        {written(measure(value, live?.meta.unit ?? found.unit ?? undefined, locale))}
      </span>
    </Command.Item>
  );
}
