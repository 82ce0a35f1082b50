import { ArrowDown } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";

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
  /** The newest when the end was last in sight; null while it is. */
  const [left, setLeft] = useState<number | null>(null);
  const scrolled = () => {
    const isAtEnd = Math.abs(box.current?.scrollTop ?? 0) < NEAR;
    atEnd?.(isAtEnd);
    setLeft((held) => (isAtEnd ? null : (held ?? ids.at(-1) ?? 0)));
  };
  const news = left === null ? 0 : ids.filter((id) => id > left).length;
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
      {left === null ? null : (
        <button
          type="button"
          onClick={() => box.current?.scrollTo({ top: 0 })}
          className="flex h-8 shrink-0 items-center justify-center gap-1.5 border-t border-line text-12 font-medium text-accent hover:bg-hover phone:h-(--thumb)"
        >
          <ArrowDown aria-hidden className="size-3.5" strokeWidth={1.5} />
          Jump to latest
          {news > 0 ? <span className="font-regular text-muted">{news} new</span> : null}
        </button>
      )}
    </div>
  );
}
