import { readableKeys } from "../access/access";
import type { Changes, Principal } from "../live-object";
import { Presences } from "../people/presences";
import type { Ack } from "../protocol/ack";
import { type CloseReason, closeCodes } from "../protocol/bye";
import { type Cursor, parseCursor } from "../protocol/cursor";
import type { PresenceFrame } from "../protocol/presence";
import type { Subscribe } from "../protocol/subscribe";
import type { Unsubscribe } from "../protocol/unsubscribe";
import type { Up } from "../protocol/up";
import type { Welcome } from "../protocol/welcome";
import type { ChangeSet, Commit, Store } from "../store/store";
import { flooded, hear, type Refusal } from "./hear";
import type { Hub } from "./hub";
import { TOO_SLOW_AFTER } from "./limits";
import { type Member, Members, type Woken } from "./members";
import { MergeWindow } from "./merge-window";
import { Progress } from "./progress";
import { Questions } from "./questions";
import { refuse } from "./refuse";
import type { Request } from "./requests";
import type { RoomPorts } from "./room-ports";
import type { Outlet } from "./subscriber";
import { tell } from "./tell";
import { tooManyPatterns } from "./too-many-patterns";
import { welcomeOf } from "./welcome-of";
import { writeFrame } from "./write-frame";
import { Writes } from "./writes";

export type { Member };

/** The live half of a workspace: what is committed goes to those who want and may read it, and everybody can catch up. */
export class Room {
  readonly #store: Store;
  readonly #hub: Hub;
  readonly #ports: RoomPorts;
  readonly #members: Members;
  readonly #questions: Questions;
  readonly #window: MergeWindow;
  readonly #progress: Progress;
  readonly writes: Writes;
  readonly presences: Presences;

  constructor(store: Store, hub: Hub, ports: RoomPorts) {
    this.#store = store;
    this.#hub = hub;
    this.#ports = ports;
    this.#members = new Members(ports);
    this.#questions = new Questions(store, () => ports.times());
    const out = {
      commit: (change: ChangeSet) => this.commit(change),
      reach: (keys: readonly string[]) => hub.reach(keys),
    };
    this.writes = new Writes(store, ports, out);
    this.presences = new Presences({ ...ports, ...out, store, connections: () => this.members.values() });
    this.#window = new MergeWindow(
      ports.timers,
      () => ports.cleared(),
      (merged) => {
        this.dismissLate();
        this.#hub.publish(merged);
      },
      () => this.#catchUpAll(),
    );
    this.#progress = new Progress({
      store,
      questions: this.#questions,
      window: this.#window,
      cleared: () => ports.cleared(),
      remember: (member) => ports.remember(member),
      dismiss: (member, why, reason) => this.dismiss(member, why, reason),
    });
  }

  get members(): ReadonlyMap<string, Member> {
    return this.#members.all;
  }

  /** Takes a connection in, silently: one that woke up with the object knows where it stands. */
  admit(id: string, principal: Principal, outlet: Outlet, woken?: Woken): Member {
    const member = this.#members.add(id, principal, outlet, woken);
    this.#hub.add(member);
    return member;
  }

  welcome(member: Member): void {
    tell(member, this.welcomeOf(member.principal));
  }

  welcomeOf(principal: Principal): Welcome {
    return welcomeOf(principal, this.#store.cursor, this.#ports.limits, this.#ports.clock.now());
  }

  leave(id: string): void {
    const wasSomewhere = (this.members.get(id)?.places.length ?? 0) > 0;
    this.#members.remove(id);
    this.#hub.remove(id);
    if (wasSomewhere) this.presences.changed();
    this.#ports.watchersChanged();
  }

  /** One text a client sent. What is no frame of the protocol is answered with an error and changes nothing. */
  receive(member: Member, text: string): void {
    member.heardAt = this.#ports.clock.now();
    // An answer, too, would be data for a session that has run out.
    this.#dismissExpired();
    if (!this.#members.all.has(member.id)) return;
    const heard = hear(member, text, this.#ports.limits, member.heardAt);
    if ("type" in heard) this.#obey(member, heard);
    else this.#turnDown(member, heard);
  }

  /** Says why and closes. `after`: milliseconds to wait before coming back. */
  dismiss(member: Member, why: CloseReason, reason: string, after?: number): void {
    const code = closeCodes[why];
    tell(member, { type: "bye", code, reason, ...(after === undefined ? {} : { after }) });
    member.outlet.close(code, reason);
    this.leave(member.id);
  }

  /** Closes connections whose session has run out, and readers that are behind and make no progress. */
  dismissLate(): void {
    this.#dismissExpired();
    const now = this.#ports.clock.now();
    for (const member of this.#members.behind) {
      if (now - (member.outbox.behind?.since ?? now) >= TOO_SLOW_AFTER) this.dismiss(member, "too_slow", "too slow");
    }
  }

  #dismissExpired(): void {
    const now = this.#ports.clock.now();
    for (const member of this.#members.expired(now)) this.dismiss(member, "session_expired", "session expired");
  }

  get epoch(): string {
    return this.#store.cursor.epoch;
  }

  /** Begins another epoch: what readers hold of the last one cannot be brought up to date, so they start afresh. */
  renew(epoch: string): void {
    this.#store.renew(epoch);
    this.#questions.forget();
    this.#window.drop();
    for (const member of this.#members.all.values()) this.dismiss(member, "epoch_changed", "another epoch");
  }

  /** The single way in for every change: durable first, then on its way. */
  commit(change: ChangeSet): Commit | null {
    const commit = this.#store.commit(change);
    if (commit === null) return null;
    this.#questions.forget();
    this.#window.add(commit);
    this.#ports.committed?.(commit);
    return commit;
  }

  /** Rights are known again: what was held goes out. */
  release(): void {
    this.#dismissExpired();
    this.#window.flush();
    for (const member of this.#members.all.values()) this.#progress.proceed(member);
  }

  /** `follows`: who asks will ask again soon, and watches meanwhile. */
  changesSince(principal: Principal, patterns: readonly string[], since: Cursor | null, follows = false): Changes {
    const readable = (asked: readonly string[]) => readableKeys(principal, asked);
    if (follows && this.#hub.ask(readable, patterns, this.#ports.clock.now())) this.#ports.watchersChanged();
    return this.#questions.changes(readable, patterns, since);
  }

  #obey(member: Member, frame: Up): void {
    switch (frame.type) {
      case "subscribe":
        return this.#subscribe(member, frame);
      case "resync":
        return this.#request(member, () => this.#questions.answer(member, frame.id, frame.keys, null));
      case "unsubscribe":
        return this.#request(member, () => this.#unsubscribe(member, frame));
      case "set":
      case "append":
        return this.#request(member, () => this.#write(member, frame));
      case "presence":
        return this.#place(member, frame);
      case "ack":
        return this.acked(member, frame);
    }
  }

  #subscribe(member: Member, { id, keys, since }: Subscribe): void {
    this.#request(member, () => {
      const message = tooManyPatterns(member.patterns, keys, this.#ports.limits);
      if (message !== null) {
        refuse(member, "too_many_patterns", { message, id });
        return null;
      }
      this.#hub.subscribe(member, keys, () => {
        // Before the answer, which tells when the sources are asked now that somebody watches, and has what this commits.
        this.#ports.watchersChanged();
        this.#window.flush();
      });
      this.#ports.remember(member);
      // Registered and read in one turn, with no await between: no commit can fall into the gap.
      return this.#questions.answer(member, id, keys, since === undefined ? null : parseCursor(since));
    });
  }

  #write(member: Member, frame: Extract<Up, { type: "set" | "append" }>): null {
    const answer = this.writes.answer(member.principal, frame);
    // The writer has the step before it hears that it is done.
    this.#window.flush();
    tell(member, writeFrame(frame.id, answer));
    return null;
  }

  #place(member: Member, { id, places }: PresenceFrame): void {
    if (member.principal.kind !== "member") return refuse(member, "forbidden", { id });
    member.places = places;
    this.#ports.remember(member);
    this.presences.changed();
    // The alarm may have to ring for it.
    this.#ports.watchersChanged();
  }

  #unsubscribe(member: Member, { id, keys }: Unsubscribe): null {
    this.#hub.unsubscribe(member, keys);
    this.#ports.remember(member);
    tell(member, { type: "unsubscribed", id });
    this.#ports.watchersChanged();
    return null;
  }

  #request(member: Member, run: Request): void {
    if (!this.#progress.request(member, run)) this.#turnDown(member, flooded(this.#ports.limits));
  }

  /** What it was sent has arrived: said by the reader, or known by how it was sent. */
  acked(member: Member, ack: Omit<Ack, "type">): void {
    this.#progress.acked(member, ack);
  }

  #catchUpAll(): void {
    this.#dismissExpired();
    for (const member of this.#members.behind) this.#progress.proceed(member);
  }

  #turnDown(member: Member, { code, message, closes }: Refusal): void {
    refuse(member, code, message === undefined ? {} : { message });
    if (closes) this.dismiss(member, closes.why, closes.reason);
  }
}
