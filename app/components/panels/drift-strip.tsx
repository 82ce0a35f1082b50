import { formatAge } from "../format/age";
import { Glyph } from "../ui/glyph";
import type { driftOf } from "./drift-of";

/** That some of what a panel shows is a last good value, because its source answers otherwise than before. */
export function DriftStrip({ drift, now }: { drift: ReturnType<typeof driftOf>; now: number }) {
  const [first, ...rest] = drift;
  if (!first) return null;
  const key = first.path === "" ? first.slug : `${first.slug}.${first.path}`;
  const words = `${key}: ${first.message}.`;
  const more = rest.length === 0 ? "" : ` And ${rest.length} more.`;
  const since = `Last good value, for ${formatAge(now - first.since)}`;
  return (
    <div
      data-drift
      className="flex shrink-0 items-center gap-2 rounded-b-[7px] border-t border-line bg-stale-soft py-1 pr-2 pl-3 text-12"
    >
      <Glyph name="stale" />
      <div className="min-w-0 flex-1" title={`${words}${more} ${since}.`}>
        <p className="truncate font-medium text-stale-text">
          {words}
          {more}
        </p>
        <p className="truncate text-muted @max-[260px]:hidden">{since}</p>
      </div>
    </div>
  );
}
