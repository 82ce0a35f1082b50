import type { Snapshot } from "./protocol/snapshot";
import type { Role } from "./protocol/welcome";
import type { SourceDraft } from "./sources/definition";
import type { KeyReading } from "./sources/reading";
import type { Failure } from "./sources/state";

/**
 * Who is asking, as the Worker settled it before the object hears of it. A visitor is anybody at the signed-out home
 * page, who reaches the public object only and may read its one number.
 */
export type Principal =
  | {
      readonly kind: "member";
      readonly userId: string;
      readonly name: string;
      readonly role: Role;
      readonly sessionId: string;
      /** Milliseconds since 1970. */
      readonly sessionEnds: number;
    }
  | {
      readonly kind: "visitor" /** Where it calls from, to bound how many connections one may open. */;
      readonly address: string;
    };

/** What a reader that was at `since` must apply to be at `cursor`; the whole when it was elsewhere. */
export type Changes = Omit<Snapshot, "type" | "id" | "part" | "parts">;

/** The answer to a trial of a source that is not saved: a first look at its keys, or why there are none. */
export type Sample =
  | {
      readonly ok: true;
      readonly readings: readonly KeyReading[];
      readonly total: number;
      readonly notes: readonly string[];
      readonly took: number;
    }
  | { readonly ok: false; readonly failure: Failure; readonly took: number };

/**
 * How loaders and actions reach a workspace's object: the same calls over RPC in the Worker and from Pages. The caller
 * has settled who asks and what they may do; the object settles which keys they may read.
 */
export interface LiveObject {
  /** Changes of the keys that match and the principal may read, after `since` (null: all). */
  changesSince(principal: Principal, patterns: string[], since: string | null): Promise<Changes>;
  /** Reads a source once without keeping anything. */
  sample(draft: SourceDraft): Promise<Sample>;
  /** The definitions in D1 changed: read them again, drop the keys of sources that are gone. */
  sourcesChanged(): Promise<void>;
  /** Refreshes a source now, whatever its schedule says. */
  refreshNow(slug: string): Promise<void>;
  /** Closes the sockets of ended sessions (4501) and waits until none of them can receive anything. */
  sessionsEnded(sessionIds: string[]): Promise<number>;
  /** Closes the sockets of people whose place here changed or ended (4003): they come back with what they may now. */
  membersChanged(userIds: string[]): Promise<number>;
  /** Called by the scheduled handler for objects that should be awake: arms a lost alarm. */
  poke(): Promise<void>;
}

/** What a loader hands to the page: the changes since nothing, with recent points, and the server's clock. */
export interface FirstPaint extends Changes {
  readonly now: number;
}
