import type { EventsPanel as EventsDefinition } from "../../../../core/boards/document";
import { sourceOf } from "../../../../core/keys/name";
import { isEvents } from "../../../../core/streams/is-events";
import { useLiveKey } from "../../../live/use-live-key";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { RowsSkeleton } from "../table/rows-skeleton";
import { usePanelLoading } from "../use-panel-loading";
import { EventTail } from "./event-tail";

/** The newest events of a stream, in the order in which they came. */
export default function EventsPanel({ panel }: { panel: EventsDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const live = useLiveKey(panel.key);
  const loading = usePanelLoading(slugs);
  if (!live && loading) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="loading" flush>
        <RowsSkeleton rows={panel.place.h - 2} />
      </PanelShell>
    );
  }
  const value = live?.value ?? [];
  if (!isEvents(value)) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="This key holds no events">
          <code>{panel.key}</code>
        </PanelMessage>
      </PanelShell>
    );
  }
  if (value.length === 0) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="empty">
        <PanelMessage title="No events yet">
          What a program appends to <code>{panel.key}</code> is here at once.
        </PanelMessage>
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={slugs} scrolls={false}>
      <EventTail events={value} gapAt={live?.gapAt} title={panel.title} />
    </PanelShell>
  );
}
