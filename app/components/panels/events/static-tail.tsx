import type { StreamEvent } from "../../../../core/protocol/parts";
import { EventRow } from "./event-row";

interface StaticTailProps {
  events: readonly StreamEvent[];
  gapAt: number | undefined;
  title: string;
}

/** Events that are there before a script runs. */
const SHOWN = 40;
const nothing = () => {};

/** The newest events as the server writes them: a reversed column shows its end without any script. */
export function StaticTail({ events, gapAt, title }: StaticTailProps) {
  return (
    <div role="log" aria-label={title} aria-live="off" className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto">
      {/* One child: only the box is reversed, not what is in it. Short content stands at the top. */}
      <ol className="mb-auto pb-2">
        {events.slice(-SHOWN).map((event) => (
          <li key={event.id}>
            <EventRow
              event={event}
              afterGap={event.id === gapAt}
              marked={null}
              isOpen={false}
              toggle={nothing}
              copy={nothing}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
