import { useMemo } from "react";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { TailScroll } from "../tail-scroll";
import { EventRow } from "./event-row";

/** Events that are drawn at most: a stream may hold 10,000, of which a tail shows the last. */
const MAX_SHOWN = 500;

interface EventTailProps {
  events: readonly StreamEvent[];
  /** The event before which others came and went unseen. */
  gapAt: number | undefined;
  title: string;
}

/** The newest at the bottom, and in sight until a person scrolls up. */
export function EventTail({ events, gapAt, title }: EventTailProps) {
  const shown = useMemo(() => events.slice(-MAX_SHOWN), [events]);
  const left = events.length - shown.length;
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  return (
    <TailScroll ids={ids} label={title}>
      {left > 0 ? <p className="px-3 py-1 text-12 text-faint">{left} older ones are held and not drawn.</p> : null}
      <ol className="pb-2">
        {shown.map((event) => (
          <EventRow key={event.id} event={event} afterGap={event.id === gapAt} />
        ))}
      </ol>
    </TailScroll>
  );
}
