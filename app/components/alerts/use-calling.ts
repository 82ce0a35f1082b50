import { useCallingAlerts } from "./use-calling-alerts";

/** How many alerts call for somebody; how grave, and in words. */
export function useCalling() {
  const calling = useCallingAlerts();
  const count = calling.length;
  const tone = calling[0]?.severity ?? "warning";
  return { count, tone, words: count === 0 ? "" : `, ${count} firing, ${tone}` };
}
