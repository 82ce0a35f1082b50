import type { Limits } from "../hub/limits";
import type { Clock, Logger, Random, Timers } from "../ports";
import type { Beat } from "../protocol/beat";
import type { SourceDefinition } from "../sources/definition";
import type { NextTime } from "../sources/plan";
import type { Refresh } from "../sources/reading";
import type { SourceState } from "../sources/state";
import type { ChangeSet, Commit, StoredKey } from "../store/store";
import type { ScheduleRow } from "./schedule-row";

/** What the refresher leans on. `commit` publishes as well; `arm` sets the one alarm; `save` keeps a row over restarts. */
export interface RefresherPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly logger: Logger;
  readonly limits: Pick<Limits, "keys">;
  /**
   * `held`: what the last refresh of this definition brought is in the store, so that "unchanged" is an answer.
   * `lookedAt`: when it was last read with success; null where that is not known.
   */
  read(source: SourceDefinition, held: boolean, lookedAt: number | null): Promise<Refresh>;
  keysOf(slug: string): string[];
  /** How many keys the workspace holds. */
  keyCount(): number;
  /** A key as it stands. */
  get(key: string): StoredKey | undefined;
  stateOf(slug: string): SourceState | undefined;
  watches(slug: string): boolean;
  commit(change: ChangeSet): Commit | null;
  /** Upstream calls an hour of all sources together. */
  readonly budget: number;
  next: NextTime;
  save(row: ScheduleRow): void;
  forget(slug: string): void;
  beat(beat: Omit<Beat, "type">): void;
  /** Something may be due at another time now. */
  rearm(): void;
}
