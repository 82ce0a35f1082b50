import { type ReactNode, useRef } from "react";
import { JumpToLatest } from "./jump-to-latest";
import { useLeftEnd } from "./use-left-end";

interface TailScrollProps {
  /** What is shown, in its order: ids only grow. */
  ids: readonly number[];
  label: string;
  /** Told whether the end is in sight. */
  atEnd?: (isAtEnd: boolean) => void;
  children: ReactNode;
}

/** Pixels from the end that still count as the end. */
const NEAR = 24;

/**
 * A list whose end is in sight, also before any script runs: a reversed column begins at its end and stays there while
 * it grows. Whoever scrolls up stays where they read, and is told how many came since.
 */
export function TailScroll({ ids, label, atEnd, children }: TailScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  const { news, look } = useLeftEnd(ids);
  const scrolled = () => {
    const isAtEnd = Math.abs(box.current?.scrollTop ?? 0) < NEAR;
    atEnd?.(isAtEnd);
    look(isAtEnd);
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={label}
        // Live figures do not chatter: a screen reader reads it when it is asked to.
        aria-live="off"
        tabIndex={0}
        onScroll={scrolled}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto focus-visible:-outline-offset-2"
      >
        {/* One child: only the box is reversed, not what is in it. Short content stands at the top. */}
        <div className="mb-auto">{children}</div>
      </div>
      {news === null ? null : <JumpToLatest news={news} jump={() => box.current?.scrollTo({ top: 0 })} />}
    </div>
  );
}
