import { type ReactNode, useMemo } from "react";
import { ShownPastContext } from "../frame/shown-past-context";
import { type BoardRange, RangeContext } from "./range-context";

/** Everything below shows this range; where it is over, the header says so. */
export function ShownRange({ value, children }: { value: BoardRange; children: ReactNode }) {
  const isPast = value.range.kind === "past";
  const { backToLive } = value;
  const past = useMemo(() => (isPast ? { backToLive } : null), [isPast, backToLive]);
  return (
    <RangeContext value={value}>
      <ShownPastContext value={past}>{children}</ShownPastContext>
    </RangeContext>
  );
}
