import { formatAge } from "../format/age";
import { AgeTime } from "./age-time";

/** When the panel's values were last looked at: quiet, while all is well. */
export function PanelAge({ checkedAt, now }: { checkedAt: number | null; now: number }) {
  if (checkedAt === null) return null;
  const age = formatAge(now - checkedAt);
  const words = age === "now" ? "Updated just now" : `Updated ${age} ago`;
  return (
    <AgeTime at={checkedAt} title={words} className="min-w-8 text-right whitespace-nowrap">
      {age}
    </AgeTime>
  );
}
