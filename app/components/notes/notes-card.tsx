import { Popover } from "@base-ui/react/popover";
import { Plus } from "lucide";
import type { RefObject } from "react";
import { MAX_MARKS, type Mark } from "../../../core/people/mark";
import { boundsOf } from "../../../core/range/time-range";
import { useNow } from "../../live/use-now";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { useBoardRange } from "../range/range-context";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { PopoverCard } from "../ui/popover-card";
import { openNote } from "./note-draft";
import { useMarks } from "./use-marks";

interface NotesCardProps {
  boardId: string;
  anchor: RefObject<HTMLElement | null>;
  close: () => void;
}

const MINUTE = 60_000;
/** From here on it is said that older ones go. */
const NEARLY_ALL = MAX_MARKS * 0.9;

/** All notes on a board's charts, the latest first: each leads to its time. */
export default function NotesCard({ boardId, anchor, close }: NotesCardProps) {
  const now = useNow(MINUTE);
  const latestFirst = useMarks(boardId).toSorted((a, b) => b.at - a.at);
  const add = () => {
    close();
    openNote({ at: now });
  };
  return (
    <PopoverCard
      anchor={anchor}
      close={close}
      className="flex max-h-[min(480px,var(--available-height))] w-[min(360px,calc(100vw-16px))] flex-col"
    >
      <header className="flex shrink-0 items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-3">
        <Popover.Title className="flex-1 font-medium text-strong">Notes on the charts</Popover.Title>
        <Button variant="quiet" icon={<Icon of={Plus} />} onClick={add}>
          Add
        </Button>
      </header>
      {latestFirst.length === 0 ? (
        <p className="px-3 py-4 text-muted">
          None yet.
          <span className="phone:hidden">
            {" "}
            Point at a chart and press <kbd>N</kbd>.
          </span>{" "}
          What you note, everybody here sees at once on the charts.
        </p>
      ) : (
        <ol className="min-h-0 overflow-y-auto p-1">
          {latestFirst.map((mark) => (
            <Row key={mark.id} mark={mark} now={now} close={close} />
          ))}
        </ol>
      )}
      {latestFirst.length < NEARLY_ALL ? null : (
        <p className="shrink-0 border-t border-line px-3 py-2 text-12 text-muted">
          A board keeps its newest {MAX_MARKS} notes, and has {latestFirst.length}.
        </p>
      )}
    </PopoverCard>
  );
}

function Row({ mark, now, close }: { mark: Mark; now: number; close: () => void }) {
  const { timeZone } = useReader();
  const shown = useBoardRange();
  const { at, until = at } = mark;
  const { from, to } = boundsOf(shown.range, now);
  const show = () => {
    close();
    const around = (to - from) / 2;
    // What is in sight already is opened; anything else is shown in the middle of as long a time. `now` is a whole minute:
    // a range that runs into now goes on past it.
    const isInSight = at >= from && (until <= to || shown.range.kind === "live");
    if (isInSight) openNote({ at, ...(mark.until !== undefined && { until }), of: mark });
    else shown.zoom(at - around, until + around);
  };
  return (
    <li>
      <button
        type="button"
        onClick={show}
        className="grid w-full gap-0.5 rounded-6 px-2 py-1.5 text-left hover:bg-hover phone:py-2.5"
      >
        <span className="line-clamp-3 wrap-anywhere text-strong">{mark.text}</span>
        <span className="text-12 text-muted">
          {mark.by.name}, {when(at, now, timeZone, "seconds")}
          {mark.until === undefined ? "" : ` to ${when(mark.until, now, timeZone, "seconds")}`}
        </span>
      </button>
    </li>
  );
}
