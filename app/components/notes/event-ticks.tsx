import { useMemo } from "react";
import { isEvents } from "../../../core/streams/is-events";
import { useLiveKey } from "../../live/use-live-key";
import { clockSeconds } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { lineOf } from "../panels/events/event-search";
import { type PlotFrame, placeOf } from "../panels/line/plot-frame";
import { type EventGroup, eventGroups } from "./event-groups";

/** Ticks that a chart has room for. */
const MOST = 120;
/** Events whose words are shown at one tick. */
const TOLD = 5;
const none: readonly never[] = [];

/** A stream's events along a chart's lower edge, at their times. */
export function EventTicks({ stream, frame }: { stream: string; frame: PlotFrame }) {
  const value = useLiveKey(stream)?.value;
  const events = useMemo(() => (value !== undefined && isEvents(value) ? value : none), [value]);
  const groups = eventGroups(events, frame.from, frame.to, MOST);
  const count = groups.reduce((sum, group) => sum + group.events.length, 0);
  return (
    <>
      <p className="sr-only">
        {count} events of {stream} in this time.
      </p>
      {groups.map((group) => (
        <Tick key={group.events[0]?.id} group={group} frame={frame} />
      ))}
    </>
  );
}

function Tick({ group: { at, events }, frame }: { group: EventGroup; frame: PlotFrame }) {
  const { timeZone } = useReader();
  const isRight = at > (frame.from + frame.to) / 2;
  return (
    <div
      aria-hidden="true"
      data-tick
      className="group/tick pointer-events-auto absolute -bottom-1 -ml-1 h-3 w-2 hover:z-(--z-float)"
      style={{ left: placeOf(frame, at, 0).left }}
    >
      <i className="absolute inset-y-0 left-[3px] w-0.5 rounded-4 bg-muted group-hover/tick:bg-strong" />
      <div
        className={`absolute bottom-full hidden w-max max-w-80 rounded-6 border border-line-strong bg-raised px-2.5 py-2 text-12 shadow-float group-hover/tick:block ${isRight ? "right-0" : "left-0"}`}
      >
        {events.slice(-TOLD).map((event) => (
          <p key={event.id} className="flex gap-2">
            <span className="shrink-0 text-faint">{clockSeconds(event.at, timeZone)}</span>
            <span className="line-clamp-2 min-w-0 wrap-anywhere text-strong">{lineOf(event)}</span>
          </p>
        ))}
        {events.length > TOLD ? <p className="text-faint">and {events.length - TOLD} before them</p> : null}
      </div>
    </div>
  );
}
