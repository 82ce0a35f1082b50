import type { AlertAct } from "./alerts/act";
import type { ErrorCode } from "./error-codes";
import type { Json } from "./json";
import type { FoundKeys, KeyQuestion } from "./keys/found-keys";
import type { KeyLog } from "./keys/key-log";
import type { AppendFrame } from "./protocol/append";
import type { Done } from "./protocol/done";
import type { ErrorFrame } from "./protocol/error";
import type { PresenceFrame } from "./protocol/presence";
import type { SetFrame } from "./protocol/set";
import type { KeyState, Snapshot } from "./protocol/snapshot";
import type { Role, Welcome } from "./protocol/welcome";
import type { SourceUse } from "./schedule/timetable";
import type { Reply } from "./sources/connector";
import type { SourceDefinition, SourceDraft } from "./sources/definition";
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
  /** A program with one of the workspace's API keys. */
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly name: string;
      /** How it writes, where it is not by the HTTP API. */
      readonly via?: "webhook" | "worker" | "beacon";
    }
  | {
      readonly kind: "visitor" /** Where it calls from, to bound how many connections one may open. */;
      readonly address: string;
    };

/** What a program or another Worker writes: all of it together, as one commit, or nothing of it. */
export interface WriteRequest {
  readonly values?: Readonly<Record<string, Json>>;
  /** Keys to remove; one that is not there is no fault. */
  readonly remove?: readonly string[];
  /** For one stream, 1 to 1,000 of them. `at`: milliseconds since 1970; the time of the commit where it is not said. */
  readonly events?: {
    readonly key: string;
    readonly events: readonly { readonly at?: number; readonly data: Json }[];
    /** How many events the stream keeps from now on, 1 to 10,000; as before, or 100, where it is not said. */
    readonly keep?: number;
  };
  /** Of the one key that is written or removed: the rev it must have; 0 stands for no key. */
  readonly ifRev?: number;
  /** The write's name: sent again under it, it is done once (docs/http-api.md says for how long it is kept). */
  readonly once?: string;
}

/** A push as a webhook sent it. `signature`: the text of its header. `once`: its Idempotency-Key. */
export interface SignedPush {
  readonly body: string;
  readonly signature: string;
  readonly once?: string;
}

/** `delivered`: readers that wanted some of it and may read it. `revs`: of each key that was named; 0 for no such key. */
export type WriteResult =
  | {
      readonly ok: true;
      readonly cursor: string;
      readonly delivered: number;
      readonly revs: Readonly<Record<string, number>>;
    }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
      /** The key that is refused, where it is one. */
      readonly key?: string;
      /** The key as it stands, with `conflict`. */
      readonly current?: { readonly rev: number; readonly value: Json };
    };

/** What people may say without a connection. */
export type Said = SetFrame | AppendFrame | PresenceFrame;

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
      readonly reply?: Reply;
    }
  | { readonly ok: false; readonly failure: Failure; readonly took: number; readonly reply?: Reply };

/** How a source that is asked stands in the schedule, and how many readers see keys of it. */
export interface SourceHealth extends SourceUse {
  readonly readers: number;
}

/** `field`: a JSON Pointer to the secret that cannot be kept, since this server has no key or an older one is gone. */
export type SealResult =
  | { readonly ok: true; readonly settings: SourceDefinition["settings"] }
  | { readonly ok: false; readonly field: string };

/**
 * How loaders and actions reach a workspace's object: the same calls over RPC in the Worker and from Pages. The caller
 * has settled who asks and what they may do; the object settles which keys they may read.
 */
export interface LiveObject {
  /** Changes of the keys that match and the principal may read, after `since` (null: all). */
  changesSince(principal: Principal, patterns: string[], since: string | null, follows?: boolean): Promise<Changes>;
  /** The keys that a question finds, without their past. */
  findKeys(principal: Principal, question: KeyQuestion): Promise<FoundKeys>;
  /** The last changes of a key; null where there is none, or none that the principal may read. */
  logOf(principal: Principal, key: string): Promise<KeyLog | null>;
  /** Writes to sources that people or programs write: all or nothing, one commit. */
  write(principal: Principal, request: WriteRequest): Promise<WriteResult>;
  /** Takes a push that is signed with a source's own secret; the same one again changes nothing. */
  pushSigned(slug: string, push: SignedPush): Promise<WriteResult>;
  /** Reads a source once without keeping anything. */
  sample(draft: SourceDraft): Promise<Sample>;
  /**
   * A source's settings as they may be kept: what was typed as a secret is sealed for its place in this source. `from`:
   * the source that they are a copy of. Only the object has the key.
   */
  sealed(sourceId: string, settings: SourceDefinition["settings"], from?: string): Promise<SealResult>;
  /** The definitions in D1 changed: read them again, drop the keys of sources that are gone. */
  sourcesChanged(): Promise<void>;
  /** Of those of these sources that are asked, or would be if they were not paused. */
  sourcesHealth(slugs: string[]): Promise<Record<string, SourceHealth>>;
  /** Puts back what a source held that people or programs write, when its removal is undone. */
  restoreKeys(slug: string, keys: KeyState[]): Promise<void>;
  /** Refreshes a source now, whatever its schedule says. */
  refreshNow(slug: string): Promise<void>;
  /** Closes the sockets of ended sessions (4501) and waits until none of them can receive anything. */
  sessionsEnded(sessionIds: string[]): Promise<number>;
  /** What a reader by HTTP is told first, as on a connection. */
  welcomeOf(principal: Principal): Promise<Welcome>;
  /**
   * What a person says by HTTP. `reader`: of their page, by its own account: where it is holds for 40 s and is to be said
   * again. Null where there is nothing to answer.
   */
  say(principal: Principal, frame: Said, reader: string): Promise<Done | ErrorFrame | null>;
  /** A board was made, renamed or deleted in D1: its key says so, and what was said beside one that is gone goes. */
  boardsChanged(): Promise<void>;
  /** The alert rules in D1 changed: read them again, drop the states of those that are gone. */
  rulesChanged(): Promise<void>;
  /** What a person (`by`: their id) does about these rules, at once; false where there is none of them. */
  actOnAlerts(rules: string[], act: AlertAct, by: string): Promise<boolean>;
  /** Closes the sockets of people whose place here changed or ended (4003): they come back with what they may now. */
  membersChanged(userIds: string[]): Promise<number>;
  /** Closes the connections of API keys that were revoked (4501). */
  keysRevoked(keyIds: string[]): Promise<number>;
  /** Called by the scheduled handler for objects that should be awake: arms a lost alarm. */
  poke(): Promise<void>;
}

/** What a loader hands to the page: the changes since nothing, with recent points, and the server's clock. */
export interface FirstPaint extends Changes {
  readonly now: number;
}
