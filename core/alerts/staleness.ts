import { BEAT_EVERY, freshnessOf, paceOf, STALE_AFTER } from "../freshness/freshness";
import type { SourceState } from "../sources/state";

/** What is known of a source. `awaits`: it is being read, or is about to be. */
export interface SourceAge {
  readonly source: SourceState | undefined;
  readonly checkedAt: number | null;
  readonly awaits: boolean;
}

/** Whether what the source says of a key is out of date; null where its next answer will tell. One that is paused is not. */
export function isStale({ source, checkedAt, awaits }: SourceAge, key: string, now: number): boolean | null {
  if (source?.state === "ok" && source.drift?.some(({ path }) => isBelow(path, key))) return true;
  switch (freshnessOf(source, checkedAt, { now, behindSince: undefined })) {
    case "failing":
      return true;
    case "stale":
      return awaits ? null : true;
    case "waiting":
      return null;
    case "fresh":
    case "late":
    case "paused":
      return false;
  }
}

/** A key that is not there: out of date, unless nobody could have heard of it yet. */
export function isMissing({ source }: SourceAge): boolean | null {
  if (source === undefined || source.state === "paused") return false;
  return source.state === "waiting" ? null : true;
}

/** When the source will be stale if it is not read before; null where it will not be. */
export function staleAt({ source, checkedAt }: SourceAge): number | null {
  const pace = source?.state === "ok" ? paceOf(source) : null;
  return pace === null || checkedAt === null ? null : checkedAt + STALE_AFTER * Math.max(pace, BEAT_EVERY);
}

/** `path`: of a key or of all below it, without the slug. */
function isBelow(path: string, key: string): boolean {
  const inside = key.slice(key.indexOf(".") + 1);
  return path !== "" && (inside === path || inside.startsWith(`${path}.`));
}
