import type { HealthSummary } from "../../../core/sources/health-summary";

/** How many calls a source made in the past hour, of how many it may; a bar only where there is a budget. */
export function CallsCell({ health }: { health: HealthSummary | null }) {
  if (!health) return <span className="text-faint">-</span>;
  const { callsPastHour, budget } = health;
  if (budget === null) return callsPastHour.toLocaleString("en-US");
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span>
        {callsPastHour.toLocaleString("en-US")} <span className="text-faint">of {budget.toLocaleString("en-US")}</span>
      </span>
      <span aria-hidden className="h-1 w-14 overflow-hidden rounded-4 bg-line-strong phone:hidden">
        <span
          className={`block h-full ${callsPastHour >= budget ? "bg-late" : "bg-muted"}`}
          style={{ width: `${Math.min(100, (callsPastHour / budget) * 100)}%` }}
        />
      </span>
    </span>
  );
}
