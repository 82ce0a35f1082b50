import { useSubscription } from "../../live/use-subscription";
import type { Alert } from "./use-alerts";

/** Keys of one alert that are told by name; the others are counted. */
export const MOST_NAMED = 3;

/** Has the keys live whose values are shown: a state holds the value with which it began. */
export function useFiringKeys(firing: readonly Alert[]): void {
  useSubscription(
    firing.flatMap((alert) => alert.firing.slice(0, MOST_NAMED).map(({ key }) => key)),
    null,
  );
}
