import { formatAge } from "../format/age";
import { AgeTime } from "./age-time";

interface PanelAgeProps {
  checkedAt: number | null;
  changedAt: number | undefined;
  now: number;
}

/**
 * When the panel's values were last looked at: quiet, while all is well. What programs push nobody looks at; whether they
 * still do is seen from when a value last changed.
 */
export function PanelAge({ checkedAt, changedAt, now }: PanelAgeProps) {
  const at = checkedAt ?? changedAt;
  if (at === undefined) return null;
  const age = formatAge(now - at);
  const words = `${checkedAt === null ? "Changed" : "Updated"} ${age === "now" ? "just now" : `${age} ago`}`;
  return (
    <AgeTime at={at} title={words} className="min-w-8 text-right whitespace-nowrap">
      {age}
    </AgeTime>
  );
}
