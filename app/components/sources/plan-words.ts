import type { Plan } from "../../../core/sources/plan";
import { everyWords } from "./duration-words";

const unwatched: Readonly<Record<Plan["mode"], string>> = {
  idle: "at most each minute while nobody watches",
  watched: "once a day while nobody watches",
  always: "whether somebody watches or not",
};

/** When a source is asked: "every 2 s, at most each minute while nobody watches". */
export function planWords(interval: number, plan: Plan | null): string {
  if (plan?.cron) return `at ${plan.cron.expression} (${plan.cron.zone})`;
  return `every ${everyWords(interval)}, ${unwatched[plan?.mode ?? "idle"]}`;
}
