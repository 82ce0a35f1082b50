import { useMemo, useState } from "react";
import type { EventsPanel as EventsDefinition } from "../../../../core/boards/document";
import { sourceOf } from "../../../../core/keys/name";
import { isEvents } from "../../../../core/streams/is-events";
import { useLiveKey } from "../../../live/use-live-key";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { SearchBox } from "../search-box";
import { RowsSkeleton } from "../table/rows-skeleton";
import { usePanelLoading } from "../use-panel-loading";
import { ShownEvents } from "./shown-events";

/** The newest events of a stream, in the order in which they came. */
export default function EventsPanel({ panel }: { panel: EventsDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const live = useLiveKey(panel.key);
  const loading = usePanelLoading(slugs);
  const [search, setSearch] = useState<string | null>(null);
  const value = live?.value ?? none;
  const events = useMemo(() => (isEvents(value) ? value : null), [value]);
  if (!live && loading) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="loading" flush>
        <RowsSkeleton rows={panel.place.h - 2} />
      </PanelShell>
    );
  }
  if (events === null) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="This key holds no events">
          <code>{panel.key}</code>
        </PanelMessage>
      </PanelShell>
    );
  }
  if (events.length === 0) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="empty">
        <PanelMessage title="No events yet">
          What a program appends to <code>{panel.key}</code> is here at once.
        </PanelMessage>
      </PanelShell>
    );
  }
  const field = <SearchBox what={`events of ${panel.title}`} text={search} change={setSearch} />;
  return (
    <PanelShell panel={panel} slugs={slugs} scrolls={false} aside={field}>
      <ShownEvents events={events} gapAt={live?.gapAt} title={panel.title} search={search ?? ""} />
    </PanelShell>
  );
}

const none: readonly never[] = [];
