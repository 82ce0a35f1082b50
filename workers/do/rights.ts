import type { Member, Room } from "../../core/hub/room";
import type { Clock, Timers } from "../../core/ports";
import { RightsWatch } from "../../core/rights/rights-watch";
import { openDatabase } from "../../db/database";
import { openKeysAmong } from "../../db/queries/api-keys";
import { rightsVersion, sessionRights } from "../../db/queries/rights";
import { log } from "../../server/log";
import { isOtherWorker } from "./program";

/** The header in which the Worker says at which version of the workspace's rights it read the principal. */
export const RIGHTS_HEADER = "x-deltaboard-rights";
const SEEN = "rights_seen";

interface Seams {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly workspaceId: () => string;
  readonly room: () => Room;
  readonly moved: () => void;
  /** A look is over: what was held may go. */
  readonly looked: () => void;
}

/** The watch over the accounts in D1 and the object's own storage. */
export function watchRights(ctx: DurableObjectState, env: Env, seams: Seams): RightsWatch<Member> {
  const database = openDatabase(env.DB);
  const { clock, timers, workspaceId, room, moved, looked } = seams;
  return new RightsWatch<Member>({
    clock,
    timers,
    logger: log,
    members: () => room().members,
    version: () => rightsVersion(database, workspaceId()),
    sessions: (ids) => sessionRights(database, workspaceId(), ids),
    keys: async (ids) => {
      const keys = ids.filter((id) => !isOtherWorker(id));
      const open = keys.length === 0 ? [] : await openKeysAmong(database, workspaceId(), keys);
      return [...open, ...ids.filter(isOtherWorker)];
    },
    seen: {
      read: () => ctx.storage.kv.get<number>(SEEN) ?? 0,
      write: (version) => ctx.storage.kv.put(SEEN, version),
    },
    dismiss: (member, { why, reason }) => room().dismiss(member, why, reason),
    moved,
    looked,
  });
}

/** 0, older than any change, where the Worker did not say. */
export function rightsOf(request: Request): number {
  const version = Number(request.headers.get(RIGHTS_HEADER));
  return Number.isSafeInteger(version) ? version : 0;
}
