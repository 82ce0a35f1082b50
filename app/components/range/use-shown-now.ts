import { useNow } from "../../live/use-now";
import { useBoardRange } from "./range-context";

/** The time that the board shows the values of: now, moving each `everyMs`, or the end of a range that is over. */
export function useShownNow(everyMs?: number): number {
  const now = useNow(everyMs);
  const { range } = useBoardRange();
  return range.kind === "past" ? range.to : now;
}
