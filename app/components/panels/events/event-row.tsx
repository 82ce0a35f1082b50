import { ChevronRight, Copy } from "lucide";
import { memo, type ReactNode } from "react";
import type { StreamEvent } from "../../../../core/protocol/parts";
import { clockSeconds, moment } from "../../format/clock";
import { useReader } from "../../format/reader-provider";
import { Icon } from "../../ui/icon";
import { Marked } from "./marked";
import { told } from "./told";

export interface EventRowProps {
  event: StreamEvent;
  /** Others came and went before it. */
  afterGap: boolean;
  /** What a search looks for. */
  marked: RegExp | null;
  isOpen: boolean;
  toggle: (id: number) => void;
  copy: (event: StreamEvent) => void;
}

/** One event: when, and what; opened, the whole of it. */
export const EventRow = memo(function EventRow({ event, afterGap, marked, isOpen, toggle, copy }: EventRowProps) {
  const { timeZone } = useReader();
  return (
    <div className="group/event relative px-3 font-mono text-12 hover:bg-hover">
      {afterGap ? (
        <p className="my-1 border-y border-line bg-well px-2 py-0.5 font-sans text-muted">
          Events came and went here that this page has not seen.
        </p>
      ) : null}
      <p className="flex gap-3 leading-5">
        <time
          dateTime={new Date(event.at).toISOString()}
          title={moment(event.at, timeZone)}
          className="shrink-0 text-faint"
        >
          {clockSeconds(event.at, timeZone)}
        </time>
        <EventWords event={event} marked={marked} isOpen={isOpen} />
      </p>
      {isOpen ? (
        <pre className="my-1 overflow-x-auto rounded-4 bg-well px-2 py-1 whitespace-pre-wrap wrap-anywhere text-body">
          {moment(event.at, timeZone)}
          {"\n"}
          {JSON.stringify(event.data, null, 2)}
        </pre>
      ) : null}
      <span className="absolute top-0 right-1 hidden bg-hover group-focus-within/event:flex group-hover/event:flex in-[[data-event]:focus]:flex">
        <RowButton label="Copy the line" press={() => copy(event)} icon={<Icon of={Copy} className={icon} />} />
        <RowButton
          label={isOpen ? "Close the event" : "Open the event"}
          press={() => toggle(event.id)}
          icon={<Icon of={ChevronRight} className={`${icon} ${isOpen ? "rotate-90" : ""}`} />}
        />
      </span>
    </div>
  );
});

const icon = "size-3.5 transition-transform duration-(--dur-fast)";

/** Not in the order of the Tab key: a tail has thousands. The row's own keys do the same. */
function RowButton({ label, press, icon }: { label: string; press: () => void; icon: ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={press}
      className="grid size-5 place-items-center rounded-4 text-muted hover:bg-panel hover:text-strong phone:size-8"
    >
      {icon}
    </button>
  );
}

function EventWords({ event, marked, isOpen }: Pick<EventRowProps, "event" | "marked" | "isOpen">) {
  const { words, rest, href } = told(event.data);
  const text = <Marked text={words} marked={marked} />;
  return (
    <span
      className={`min-w-0 wrap-anywhere text-strong group-data-old/panel:text-faint ${isOpen ? "" : "line-clamp-4"}`}
    >
      {href ? (
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="underline decoration-line-control underline-offset-2 hover:decoration-current"
        >
          {text}
        </a>
      ) : (
        text
      )}
      {rest === "" ? null : (
        <span className="text-muted">
          {" "}
          <Marked text={rest} marked={marked} />
        </span>
      )}
    </span>
  );
}
