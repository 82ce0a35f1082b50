import { useMemo, useState } from "react";
import type { EventsPanel as EventsDefinition } from "../../../../core/boards/document";
import { sourceOf } from "../../../../core/keys/name";
import type { StreamEvent } from "../../../../core/protocol/parts";
import type { TimeRange } from "../../../../core/range/time-range";
import { isEvents } from "../../../../core/streams/is-events";
import { useLiveKey } from "../../../live/use-live-key";
import { useBoardRange } from "../../range/range-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { SearchBox } from "../search-box";
import { RowsSkeleton } from "../table/rows-skeleton";
import { useMissingSource } from "../use-missing-source";
import { usePanelLoading } from "../use-panel-loading";
import { NoValues } from "../values/no-values";
import { ShownEvents } from "./shown-events";

/** The newest events of a stream, in the order in which they came. */
export default function EventsPanel({ panel }: { panel: EventsDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const live = useLiveKey(panel.key);
  const loading = usePanelLoading(slugs);
  const isMissing = useMissingSource(slugs) !== undefined;
  const [search, setSearch] = useState<string | null>(null);
  const value = live?.value ?? none;
  const { range } = useBoardRange();
  const events = useMemo(() => (isEvents(value) ? within(value, range) : null), [value, range]);
  if (!live && loading) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="loading" flush>
        <RowsSkeleton rows={panel.place.h - 2} />
      </PanelShell>
    );
  }
  if (!live && isMissing) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="empty">
        <NoValues asked={[panel.key]} slugs={slugs} problem={null} />
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
        {range.kind === "past" ? (
          <PanelMessage title="No events in this time">Of those that the stream still keeps.</PanelMessage>
        ) : (
          <PanelMessage title="No events yet">
            What a program appends to <code>{panel.key}</code> is here at once.
          </PanelMessage>
        )}
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

/** Those of a time that is over; while it runs, all: a tail is read backwards, further than a chart reaches. */
function within(events: readonly StreamEvent[], range: TimeRange): readonly StreamEvent[] {
  return range.kind === "live" ? events : events.filter(({ at }) => at >= range.from && at <= range.to);
}
