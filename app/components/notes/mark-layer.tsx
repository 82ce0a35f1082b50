import type { Mark } from "../../../core/people/mark";
import { useBoard } from "../panels/board-context";
import { inset } from "../panels/line/plot-axes";
import { type PlotFrame, placeOf } from "../panels/line/plot-frame";
import { EventTicks } from "./event-ticks";
import { MarkFlag } from "./mark-flag";
import { useMarks } from "./use-marks";

interface MarkLayerProps {
  frame: PlotFrame;
  /** A stream whose events are drawn, too. */
  events?: string | undefined;
}

/** What people noted at times that a chart shows, over it: a line with a flag; a stretch is shaded. */
export function MarkLayer({ frame, events }: MarkLayerProps) {
  const { boardId } = useBoard();
  const shown = useMarks(boardId).filter((mark) => touches(mark, frame));
  if (shown.length === 0 && events === undefined) return null;
  return (
    <div className="pointer-events-none absolute" style={inset(frame)}>
      {shown.map((mark) => (
        <Stretch key={mark.id} mark={mark} frame={frame} />
      ))}
      {events === undefined ? null : <EventTicks stream={events} frame={frame} />}
      {shown.map((mark) => (
        <MarkFlag key={mark.id} mark={mark} frame={frame} />
      ))}
    </div>
  );
}

function touches({ at, until = at }: Mark, { from, to }: PlotFrame): boolean {
  return until >= from && at <= to;
}

function Stretch({ mark: { at, until }, frame }: { mark: Mark; frame: PlotFrame }) {
  if (until === undefined) return null;
  const left = Number.parseFloat(placeOf(frame, Math.max(at, frame.from), 0).left);
  const right = Number.parseFloat(placeOf(frame, Math.min(until, frame.to), 0).left);
  return (
    <div
      aria-hidden="true"
      className="absolute inset-y-0 border-r border-dashed border-info bg-info opacity-10"
      style={{ left: `${left}%`, width: `${right - left}%` }}
    />
  );
}
