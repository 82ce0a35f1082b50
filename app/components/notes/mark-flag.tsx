import type { Mark } from "../../../core/people/mark";
import { useReader } from "../format/reader-provider";
import { useBoard } from "../panels/board-context";
import { type PlotFrame, placeOf } from "../panels/line/plot-frame";
import { markLine, markTimes } from "./mark-words";
import { openNote } from "./note-draft";

/** A note's line and flag; pointed at, or with the focus, its words. Pressing it opens it. */
export function MarkFlag({ mark, frame }: { mark: Mark; frame: PlotFrame }) {
  const { timeZone } = useReader();
  const { userId, mayWrite } = useBoard();
  const at = Math.max(mark.at, frame.from);
  const isRight = at > (frame.from + frame.to) / 2;
  return (
    <div
      className="group/mark absolute inset-y-0 hover:z-(--z-float) focus-within:z-(--z-float)"
      style={{ left: placeOf(frame, at, 0).left }}
    >
      <div aria-hidden="true" className="absolute inset-y-0 border-l border-info opacity-60" />
      <button
        type="button"
        aria-label={markLine(mark, timeZone)}
        onClick={() => openNote({ at: mark.at, ...(mark.until !== undefined && { until: mark.until }), of: mark })}
        className="pointer-events-auto absolute -top-1 -left-px h-6 w-6 rounded-4"
      >
        <svg viewBox="0 0 12 12" aria-hidden="true" className="absolute top-1 left-0 size-3 text-info">
          <path d="M.5 0v12M.5.5h9L7 3.5l2.5 3H.5z" fill="currentColor" stroke="currentColor" />
        </svg>
      </button>
      <div
        aria-hidden="true"
        className={`absolute top-5 hidden w-max max-w-65 rounded-6 border border-line-strong bg-raised px-2.5 py-2 text-12 shadow-float group-focus-within/mark:block group-hover/mark:block ${isRight ? "right-1" : "left-1"}`}
      >
        <p className="line-clamp-6 wrap-anywhere whitespace-pre-wrap text-strong">{mark.text}</p>
        <p className="pt-1 text-muted">
          {mark.by.name}, {markTimes(mark, timeZone)}
        </p>
        {mark.by.id === userId || mayWrite ? <p className="pt-1 text-faint">Press the flag to change it</p> : null}
      </div>
    </div>
  );
}
