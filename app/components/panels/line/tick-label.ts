import { clock, clockSeconds, day } from "../../format/clock";
import { timeTicks } from "./time-ticks";

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

/** A label stands under the middle of its tick: this close to the end (as a share of the axis) it would leave the panel. */
const ROOM = 0.06;

/** From this length on (milliseconds) an axis names the days that begin on it. */
const NAMES_DAYS = 12 * 3_600_000;

/** The ticks of a time axis with their labels: days, minutes, or seconds where ticks are closer. */
export function labelledTicks(from: number, to: number, timeZone: string): TimeTick[] {
  const ticks = timeTicks(from, to, timeZone).filter((at) => to - at >= ROOM * (to - from));
  const close = ticks.some((at) => at % 60_000 !== 0);
  const label = (at: number) => {
    const time = close ? clockSeconds(at, timeZone) : clock(at, timeZone);
    return time === "00:00" && to - from >= NAMES_DAYS ? day(at, timeZone) : time;
  };
  return ticks.map((at) => ({ at, label: label(at) }));
}
