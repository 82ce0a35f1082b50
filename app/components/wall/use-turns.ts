import { useEffect, useEffectEvent, useState } from "react";

interface Turns {
  readonly screens: number;
  /** Seconds that each screen stays. */
  readonly every: number;
  readonly isHeld: boolean;
  /** Called when the last screen has had its time; false: the first one follows. */
  readonly atEnd: () => boolean;
}

/** Which screen has its turn: 0-based. */
export function useTurns({ screens, every, isHeld, atEnd }: Turns): number {
  const [turn, setTurn] = useState(0);
  const current = turn < screens ? turn : 0;
  const next = useEffectEvent(() => {
    const isLast = current >= screens - 1;
    if (isLast && atEnd()) return;
    setTurn(isLast ? 0 : current + 1);
  });
  useEffect(() => {
    if (isHeld) return;
    // An interval: where the next board does not come, it is asked for again.
    const timer = setInterval(() => next(), every * 1_000);
    return () => clearInterval(timer);
  }, [current, every, isHeld]);
  return current;
}
