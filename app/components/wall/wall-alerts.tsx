import { useCallingAlerts } from "../alerts/use-calling-alerts";
import { Glyph } from "../ui/glyph";

/** What calls for somebody, whichever board or screen has its turn: the gravest by name, the others counted. */
export function WallAlerts() {
  const [first, ...others] = useCallingAlerts();
  if (!first) return null;
  return (
    <p
      className={`flex min-w-0 items-center gap-1.5 font-medium ${first.severity === "critical" ? "text-failing-text" : "text-late-text"}`}
    >
      <Glyph name={first.severity} />
      <span className="capitalize">{first.severity}</span>
      <span className="truncate">{first.name}</span>
      {others.length === 0 ? null : <span className="shrink-0">and {others.length} more</span>}
    </p>
  );
}
