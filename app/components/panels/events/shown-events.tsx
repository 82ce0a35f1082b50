import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { copyText } from "../../ui/copy-text";
import { useHydrated } from "../../ui/use-hydrated";
import { PanelMessage } from "../panel-message";
import { eventSearch, lineOf } from "./event-search";
import { EventTail } from "./event-tail";
import { StaticTail } from "./static-tail";

interface ShownEventsProps {
  events: readonly StreamEvent[];
  gapAt: number | undefined;
  title: string;
  /** As it was typed. */
  search: string;
}

/** The events that a search finds. */
export function ShownEvents({ events, gapAt, title, search }: ShownEventsProps) {
  const typed = useDeferredValue(search);
  const looked = useMemo(() => eventSearch(typed), [typed]);
  const found = useMemo(() => (looked ? events.filter(looked.finds) : events), [events, looked]);
  const [said, say] = useState("");
  const copy = useCallback((event: StreamEvent) => {
    const line = `${new Date(event.at).toISOString()} ${lineOf(event)}`;
    void copyText(line).then((isCopied) => say(isCopied ? "Line copied" : "This browser lets no page copy here"));
  }, []);
  const isHydrated = useHydrated();
  if (!isHydrated) return <StaticTail events={events} gapAt={gapAt} title={title} />;
  return (
    <>
      {found.length === 0 ? (
        <PanelMessage title={`No event has “${typed}”`}>
          {events.length} events were searched: words, and members as name=value.
        </PanelMessage>
      ) : (
        // Another search is another list, that begins at its end.
        <EventTail key={typed} events={found} gapAt={gapAt} title={title} marked={looked?.marked ?? null} copy={copy} />
      )}
      <p role="status" className={said === "" ? "sr-only" : "border-t border-line px-3 py-1 text-12 text-muted"}>
        {looked ? `${found.length} of ${events.length} events. ` : ""}
        {said}
      </p>
    </>
  );
}
