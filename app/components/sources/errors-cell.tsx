import type { HealthSummary } from "../../../core/sources/health-summary";
import { HourBars } from "./hour-bars";

/** How many refreshes of the past day failed, and in which hours. */
export function ErrorsCell({ health, at }: { health: HealthSummary | null; at: number }) {
  if (!health) return <span className="text-faint">-</span>;
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span className="phone:hidden">
        <HourBars hours={health.hours} now={at} />
      </span>
      <span className={`min-w-6 ${health.failedPastDay > 0 ? "" : "text-faint"}`}>{health.failedPastDay}</span>
    </span>
  );
}
