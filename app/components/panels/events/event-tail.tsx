import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { JumpToLatest } from "../jump-to-latest";
import { useLeftEnd } from "../use-left-end";
import { EventRow, type EventRowProps } from "./event-row";
import { useRows } from "./use-rows";

interface EventTailProps extends Pick<EventRowProps, "marked" | "copy"> {
  events: readonly StreamEvent[];
  /** The event before which others came and went unseen. */
  gapAt: number | undefined;
  title: string;
}

const LINE = 20;
/** Pixels from the end that still count as the end. */
const NEAR = 24;

/** The newest at the bottom, and in sight until a person scrolls up. Only the events in sight are in the page. */
export function EventTail({ events, gapAt, title, marked, copy }: EventTailProps) {
  const box = useRef<HTMLDivElement>(null);
  const { opened, toggle, at, setAt, place, byKey } = useRows(events, box, copy);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    getItemKey: (i) => events[i]?.id ?? i,
    overscan: 8,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR,
    paddingEnd: 8,
    rangeExtractor: (range) => withPlace(range, place),
  });
  useLayoutEffect(() => virtual.scrollToEnd(), [virtual]);
  const { news, look } = useLeftEnd(useMemo(() => events.map(({ id }) => id), [events]));
  return (
    <div
      role="presentation"
      className="contents"
      onFocus={({ target }) => setAt(eventOf(target))}
      onKeyDown={(event) => byKey(event, (index) => virtual.scrollToIndex(index))}
    >
      <div
        ref={box}
        role="log"
        aria-label={title}
        // Live figures do not chatter: a screen reader reads it when it is asked to.
        aria-live="off"
        tabIndex={0}
        onScroll={({ currentTarget }) => look(isAtEnd(currentTarget))}
        className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <ol className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const event = events[index];
            if (event === undefined) return null;
            const { id } = event;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-event={id}
                tabIndex={id === at ? 0 : -1}
                className="absolute inset-x-0 top-0 focus-visible:-outline-offset-2"
                style={{ transform: `translateY(${start}px)` }}
              >
                <EventRow {...{ event, marked, toggle, copy }} isOpen={opened.has(id)} afterGap={id === gapAt} />
              </li>
            );
          })}
        </ol>
      </div>
      {news === null ? null : <JumpToLatest news={news} jump={() => virtual.scrollToEnd()} />}
    </div>
  );
}

/** Not as the virtualizer has it: it hears of the scroll later than React. */
function isAtEnd({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR;
}

/** The id of the event in whose row an element is; null outside of all. */
function eventOf(element: Element): number | null {
  const id = element.closest<HTMLElement>("[data-event]")?.dataset.event;
  return id === undefined ? null : Number(id);
}

/** The row that has the focus stays in the page, however far it is scrolled away. */
function withPlace(range: Range, place: number): number[] {
  const shown = defaultRangeExtractor(range);
  return place === -1 || shown.includes(place) ? shown : [...shown, place].sort((a, b) => a - b);
}
