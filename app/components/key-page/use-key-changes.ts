import { useMemo, useState } from "react";
import { changesOf } from "../../../core/history/changes";
import { preview } from "../../../core/keys/preview";
import type { Point } from "../../../core/protocol/parts";
import type { LiveValue } from "../../live/live-value";
import { useLiveKey } from "../../live/use-live-key";
import { usePoints } from "../../live/use-points";

/** Rows of the log. */
const MOST = 50;

type Shown = ReturnType<typeof preview>;

/** `from` undefined: what it was before is not known. */
export interface KeyChange {
  readonly at: number;
  readonly from: Shown | undefined;
  readonly to: Shown;
}

/** The changes of a series, the newest first: those that were recorded, and those that come while one looks. */
export function useSeriesChanges(key: string, recorded: readonly Point[]): readonly KeyChange[] {
  const points = usePoints(key);
  return useMemo(() => {
    const end = recorded.at(-1)?.[0] ?? 0;
    const all = [...recorded, ...points.filter(([at]) => at > end)];
    return changesOf(all, MOST).map(({ from, ...rest }) => ({ ...rest, from: from ?? undefined }));
  }, [recorded, points]);
}

/** The changes of a value that is not recorded, the newest first: since the page was opened. */
export function useSeenChanges(key: string): readonly KeyChange[] {
  const live = useLiveKey(key);
  const [seen, see] = useState<{ last: LiveValue | undefined; changes: readonly KeyChange[] }>({
    last: live,
    changes: [],
  });
  if (live !== seen.last) see({ last: live, changes: withChange(seen.changes, seen.last, live) });
  return seen.changes;
}

function withChange(changes: readonly KeyChange[], before: LiveValue | undefined, now: LiveValue | undefined) {
  if (!now || before?.rev === now.rev) return changes;
  const from = before && preview(before.value, before.meta.kind);
  return [{ at: now.at, from, to: preview(now.value, now.meta.kind) }, ...changes].slice(0, MOST);
}
