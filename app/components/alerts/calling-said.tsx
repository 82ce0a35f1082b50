import { useCallingAlerts } from "./use-calling-alerts";

/** Names that are said; the others are counted. */
const MOST = 3;

/** Says what calls for somebody to who does not see the count: once, when that changes. What the page began with is not news. */
export function CallingSaid() {
  const names = useCallingAlerts().map(({ name }) => name);
  return (
    <p role="status" aria-label="Alerts that fire" className="sr-only">
      {names.length === 0 ? "" : `${names.length} firing: ${names.slice(0, MOST).join(", ")}`}
    </p>
  );
}
