import { useMemo } from "react";
import { changesOf } from "../../../core/history/changes";
import type { KeyLog, Logged, Origin } from "../../../core/keys/key-log";
import type { Point } from "../../../core/protocol/parts";
import { usePoints } from "../../live/use-points";

/** Rows of the log. */
const MOST = 50;

/** `from`, `to` undefined: there was nothing; of a series, it is not known. `by` undefined: whatever brings this key as a rule. */
export interface ShownChange {
  readonly id: number;
  readonly at: number;
  readonly by: Origin | undefined;
  readonly path?: string | undefined;
  readonly from: Logged | undefined;
  /** What stands for `from` where it is undefined. */
  readonly none: string;
  /** What stands for `to` where it is undefined. */
  readonly gone: string;
  readonly to: Logged | undefined;
  readonly isCut?: true | undefined;
}

/** The changes of a series, the newest first: those that were recorded, and those that come while one looks. */
export function useSeriesChanges(key: string, recorded: readonly Point[], log: KeyLog | null): readonly ShownChange[] {
  const points = usePoints(key);
  return useMemo(() => {
    const end = recorded.at(-1)?.[0] ?? 0;
    return seriesChanges([...recorded, ...points.filter(([at]) => at > end)], log);
  }, [recorded, points, log]);
}

/** The steps of these points, and in their time those that the log has: from or to what is no number, and so no point. */
export function seriesChanges(points: readonly Point[], log: KeyLog | null): readonly ShownChange[] {
  const since = points[0]?.[0] ?? 0;
  const logged = loggedChanges(log).filter(({ at }) => at >= since);
  const told = new Set(logged.map(({ at }) => at));
  const steps = changesOf(points, MOST).map(({ at, from, to }) => ({
    id: at,
    at,
    by: log?.origins.findLast(([since]) => since <= at)?.[1],
    from: from ?? undefined,
    none: "-",
    gone: "-",
    to,
  }));
  const all = [...logged, ...steps.filter(({ at }) => !told.has(at))];
  return all.sort((a, b) => b.at - a.at).slice(0, MOST);
}

/** The changes of any other key, the newest first, as its log has them. */
export function loggedChanges(log: KeyLog | null): readonly ShownChange[] {
  return (log?.changes ?? []).toReversed().map(({ rev, from, to, events, ...change }) => ({
    ...change,
    id: rev,
    from,
    to,
    ...(events === undefined ? { none: "new", gone: "gone" } : { none: "", gone: counted(events) }),
  }));
}

function counted(events: number): string {
  return `${events} ${events === 1 ? "event" : "events"} more`;
}
