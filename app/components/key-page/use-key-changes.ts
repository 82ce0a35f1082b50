import { useMemo } from "react";
import { changesOf } from "../../../core/history/changes";
import type { KeyLog, Logged, Origin, Origins } from "../../../core/keys/key-log";
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
export function useSeriesChanges(
  key: string,
  recorded: readonly Point[],
  origins: Origins | undefined,
): readonly ShownChange[] {
  const points = usePoints(key);
  return useMemo(() => {
    const end = recorded.at(-1)?.[0] ?? 0;
    const all = [...recorded, ...points.filter(([at]) => at > end)];
    return changesOf(all, MOST).map(({ at, from, to }) => ({
      id: at,
      at,
      by: origins?.findLast(([since]) => since <= at)?.[1],
      from: from ?? undefined,
      none: "-",
      gone: "-",
      to,
    }));
  }, [recorded, points, origins]);
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
