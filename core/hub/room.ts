import { mayRead, readableKeys } from "../access/access";
import { type ErrorCode, LiveError } from "../errors";
import { matches } from "../keys/pattern";
import type { Changes, Principal } from "../live-object";
import type { Clock, Timers } from "../ports";
import type { Beat } from "../protocol/beat";
import { type CloseReason, closeCodes } from "../protocol/bye";
import { type Cursor, formatCursor, parseCursor } from "../protocol/cursor";
import type { DownFrame } from "../protocol/down";
import type { Resync } from "../protocol/resync";
import { splitSnapshot } from "../protocol/split-snapshot";
import type { Subscribe } from "../protocol/subscribe";
import type { Unsubscribe } from "../protocol/unsubscribe";
import { type Up, up } from "../protocol/up";
import { PROTOCOL_VERSION } from "../protocol/version";
import type { ChangeSet, Commit, Store } from "../store/store";
import { encode, type Hub, interested } from "./hub";
import { type Limits, PING_EVERY } from "./limits";
import { MergeWindow } from "./merge-window";
import { Rate } from "./rate";
import type { Outlet, Subscriber } from "./subscriber";

/** A connection as the room knows it. `patterns` are kept by the outlet's owner over hibernation. */
export interface Member extends Subscriber {
  readonly principal: Principal;
  readonly rate: Rate;
}

export interface RoomPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly limits: Limits;
  times(): Pick<Beat, "checked" | "due">;
  /** The patterns of a connection changed: keep them where a hibernation does not reach. */
  remember(member: Member): void;
  /** Somebody began or ceased to watch something. */
  watchersChanged(): void;
}

/** The live half of a workspace: what is committed goes to those who want and may read it, and everybody can catch up. */
export class Room {
  readonly #store: Store;
  readonly #hub: Hub;
  readonly #ports: RoomPorts;
  readonly #members = new Map<string, Member>();
  readonly #window: MergeWindow;

  constructor(store: Store, hub: Hub, ports: RoomPorts) {
    this.#store = store;
    this.#hub = hub;
    this.#ports = ports;
    this.#window = new MergeWindow(ports.timers, (merged) => {
      this.dismissExpired();
      this.#hub.publish(merged);
    });
  }

  get members(): ReadonlyMap<string, Member> {
    return this.#members;
  }

  /** Takes a connection in, silently: one that woke up with the object knows where it stands. */
  admit(id: string, principal: Principal, outlet: Outlet, patterns: Iterable<string> = []): Member {
    const readable = readableKeys(principal);
    const member = { id, principal, outlet, readable, patterns: new Set(patterns), rate: new Rate() };
    this.#members.set(id, member);
    this.#hub.add(member);
    return member;
  }

  welcome(member: Member): void {
    const { limits, clock } = this.#ports;
    this.#send(member, {
      type: "welcome",
      version: PROTOCOL_VERSION,
      cursor: formatCursor(this.#store.cursor),
      principal: introduce(member.principal),
      limits: {
        frameBytes: limits.frameBytes,
        patternsAFrame: limits.patternsAFrame,
        patternBytes: limits.patternBytes,
      },
      pingEvery: PING_EVERY,
      serverTime: clock.now(),
      ...(member.principal.kind === "member" ? { sessionEnds: member.principal.sessionEnds } : {}),
    });
  }

  leave(id: string): void {
    this.#members.delete(id);
    this.#hub.remove(id);
    this.#ports.watchersChanged();
  }

  /** One text a client sent. What is no frame of the protocol is answered with an error and changes nothing. */
  receive(member: Member, text: string): void {
    if (text.length > this.#ports.limits.frameBytes) {
      this.#refuse(member, "frame_too_large", `A frame may have ${this.#ports.limits.frameBytes} characters.`);
      return this.dismiss(member, "bad_frame", "frame too large");
    }
    if (!member.rate.take(this.#ports.clock.now(), this.#ports.limits.messagesAMinute)) {
      this.#refuse(member, "rate_limited", `At most ${this.#ports.limits.messagesAMinute} messages a minute.`);
      return this.dismiss(member, "rate_limited", "too many messages");
    }
    const frame = parseUp(text);
    if (frame === null) return this.#refuse(member, "bad_frame");
    switch (frame.type) {
      case "subscribe":
        return this.#subscribe(member, frame);
      case "unsubscribe":
        return this.#unsubscribe(member, frame);
      case "resync":
        return this.#resync(member, frame);
      case "set":
      case "append":
        return this.#refuse(member, "read_only", undefined, frame.id);
      case "ack":
        return;
    }
  }

  /** Says why and closes. */
  dismiss(member: Member, why: CloseReason, reason: string): void {
    const code = closeCodes[why];
    this.#send(member, { type: "bye", code, reason });
    member.outlet.close(code, reason);
    this.leave(member.id);
  }

  /** Closes connections whose session has run out. */
  dismissExpired(): void {
    const now = this.#ports.clock.now();
    for (const member of this.#members.values()) {
      if (member.principal.kind === "member" && member.principal.sessionEnds <= now) {
        this.dismiss(member, "session_expired", "session expired");
      }
    }
  }

  /** The single way in for every change: durable first, then on its way. */
  commit(change: ChangeSet): Commit | null {
    const commit = this.#store.commit(change);
    if (commit) this.#window.add(commit);
    return commit;
  }

  changesSince(principal: Principal, patterns: readonly string[], since: Cursor | null): Changes {
    const readable = readableKeys(principal);
    const changes = this.#store.changesSince(since, (key) => wants(patterns, key) && mayRead(readable, key));
    const { checked, due } = this.#ports.times();
    const concerned = ([slug]: [string, number]) => interested({ patterns: new Set(patterns), readable }, slug);
    return {
      cursor: formatCursor(this.#store.cursor),
      ...changes,
      checked: Object.fromEntries(Object.entries(checked).filter(concerned)),
      due: Object.fromEntries(Object.entries(due).filter(concerned)),
    };
  }

  #subscribe(member: Member, frame: Subscribe): void {
    const fresh = frame.keys.filter((pattern) => !member.patterns.has(pattern));
    const bytes = [...member.patterns, ...fresh].reduce((sum, pattern) => sum + pattern.length + 3, 0);
    if (bytes > this.#ports.limits.patternBytes) {
      const detail = `All patterns of a connection may have ${this.#ports.limits.patternBytes} characters together.`;
      return this.#refuse(member, "too_many_patterns", detail, frame.id);
    }
    // What others wait for goes out first: the answer is true at a later commit than that.
    this.#window.flush();
    this.#hub.subscribe(member, fresh);
    this.#ports.remember(member);
    // Before the answer, so that it tells when the sources are asked now that somebody watches.
    this.#ports.watchersChanged();
    // Registered and read in one turn, with no await between: no commit can fall into the gap.
    const since = frame.since === undefined ? null : parseCursor(frame.since);
    const changes = this.changesSince(member.principal, frame.keys, since);
    for (const part of splitSnapshot({ id: frame.id, ...changes })) this.#send(member, part);
  }

  #resync(member: Member, { id, keys }: Resync): void {
    this.#window.flush();
    for (const part of splitSnapshot({ id, ...this.changesSince(member.principal, keys, null) }))
      this.#send(member, part);
  }

  #unsubscribe(member: Member, frame: Unsubscribe): void {
    this.#hub.unsubscribe(member, frame.keys);
    this.#ports.remember(member);
    this.#send(member, { type: "unsubscribed", id: frame.id });
    this.#ports.watchersChanged();
  }

  #refuse(member: Member, code: ErrorCode, detail?: string, id?: string): void {
    const error = new LiveError(code, detail);
    this.#send(member, { type: "error", code, message: error.message, retry: error.retry, ...(id ? { id } : {}) });
  }

  #send(member: Member, frame: DownFrame): void {
    member.outlet.send(encode(frame));
  }
}

function parseUp(text: string): Up | null {
  try {
    const parsed = up.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON at all: the same answer as for JSON that is no frame.
    return null;
  }
}

function wants(patterns: readonly string[], key: string): boolean {
  return patterns.some((pattern) => matches(pattern, key));
}

function introduce(principal: Principal) {
  return principal.kind === "member"
    ? { kind: principal.kind, id: principal.userId, name: principal.name, role: principal.role }
    : { kind: principal.kind, id: "visitor", name: "Visitor" };
}
