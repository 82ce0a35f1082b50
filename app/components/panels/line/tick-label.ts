import { clock, clockSeconds } from "../../format/clock";
import { timeTicks } from "./time-ticks";

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

/** A label stands under the middle of its tick: this close to the end (as a share of the axis) it would leave the panel. */
const ROOM = 0.06;

/** The ticks of a time axis with their labels: to the minute, or to the second where they are closer. */
export function labelledTicks(from: number, to: number, timeZone: string): TimeTick[] {
  const ticks = timeTicks(from, to).filter((at) => to - at >= ROOM * (to - from));
  const close = ticks.some((at) => at % 60_000 !== 0);
  return ticks.map((at) => ({ at, label: close ? clockSeconds(at, timeZone) : clock(at, timeZone) }));
}
