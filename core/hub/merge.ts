import type { Cursor } from "../protocol/cursor";
import type { Point, StreamEvent } from "../protocol/parts";
import type { Commit, StoredKey } from "../store/store";

/** One key's way through several commits: where it stood before them, where it stands after. */
export interface MergedChange {
  /** null where a patch or a tail has no base: the key is new, or was gone in between. */
  readonly before: StoredKey | null;
  readonly state: StoredKey;
  /** The reader has not seen this meta yet. */
  readonly isNew: boolean;
  /** Every observation of a series on the way, oldest first. */
  readonly points: readonly Point[];
  /** Every event that was appended on the way, oldest first: also those that have left the store again. */
  readonly events: readonly StreamEvent[];
}

/** While it is being put together: what one commit adds does not copy what those before it brought. */
interface Joining extends MergedChange {
  readonly points: Point[];
  readonly events: StreamEvent[];
}

/** Commits that go out as one step: the last state of each key, every point of each series. */
export interface Merged {
  readonly from: Cursor;
  readonly cursor: Cursor;
  readonly at: number;
  readonly changed: ReadonlyMap<string, MergedChange>;
  /** Removed keys, each with the commit that removed it. */
  readonly removed: ReadonlyMap<string, number>;
}

/** Throws on no commits: there is no step then. */
export function merge(commits: readonly Commit[]): Merged {
  const [first] = commits;
  const last = commits.at(-1);
  if (!first || !last) throw new Error("nothing to merge");
  const changed = new Map<string, Joining>();
  const removed = new Map<string, number>();
  for (const commit of commits) {
    for (const change of commit.changed) {
      changed.set(change.key, joined(changed.get(change.key), change));
      removed.delete(change.key);
    }
    for (const key of commit.removed) {
      changed.delete(key);
      removed.set(key, commit.cursor.seq);
    }
  }
  return { from: first.from, cursor: last.cursor, at: last.at, changed, removed };
}

function joined(held: Joining | undefined, change: Commit["changed"][number]): Joining {
  const { state, before, isNew, events = [] } = change;
  const joining = held
    ? { ...held, state, isNew: held.isNew || isNew }
    : { before, state, isNew, points: [], events: [] };
  if (state.meta.kind === "series") {
    joining.points.push([state.at, typeof state.value === "number" ? state.value : null]);
  }
  joining.events.push(...events);
  return joining;
}
