import * as v from "valibot";
import { Hub } from "../../hub/hub";
import { defaultLimits, type Limits } from "../../hub/limits";
import type { Behind } from "../../hub/outbox";
import type { Member, Room } from "../../hub/room";
import type { RoomPorts } from "../../hub/room-ports";
import type { Principal } from "../../live-object";
import { presence } from "../../people/presence";
import type { Beat } from "../../protocol/beat";
import { type Cursor, parseCursor } from "../../protocol/cursor";
import { type Down, down } from "../../protocol/down";
import type { Place } from "../../protocol/presence";
import { up } from "../../protocol/up";
import type { ChangeSet } from "../../store/change-set";
import { type Commit, Store } from "../../store/store";
import { FakeTime } from "./fake-time";
import { Ledger } from "./ledger";
import { Link } from "./link";
import { mayReadKey, type Who, whoIs } from "./may-read";
import { ProofRoom } from "./proof-room";
import { ProofStorage } from "./proof-storage";
import { violated } from "./violated";

/** Few enough that histories of some dozen steps reach them. */
const limits: Limits = {
  ...defaultLimits,
  outstandingFrames: 5,
  outstandingBytes: 6_000,
  messagesAMinute: 1_000_000,
  quietMessagesAMinute: 1_000_000,
};

/** So that a reader that was away for a few removals is from before the oldest. */
const KEEP_TOMBSTONES = 3;

/** Words of the log for a storage that refuses. */
const TOLD = ["write_failed", "presence_untold"];

/** What a socket keeps over hibernation. */
interface Attachment {
  readonly link: Link;
  readonly principal: Principal;
  readonly patterns: readonly string[];
  readonly behind: Behind | null;
  readonly places: readonly Place[];
  readonly unfinished: boolean;
}

/** The server's half: a room over a storage that outlives it, and sockets on which everything sent is looked at. */
export class World {
  readonly time = new FakeTime();
  readonly storage = new ProofStorage();
  readonly ledger: Ledger;
  readonly #attachments = new Map<string, Attachment>();
  /** Names of writes that were done. */
  readonly #done = new Set<string>();
  #epochs = 0;
  #links = 0;
  #cleared = true;
  #store!: Store;
  #hub!: Hub;
  #room!: Room;
  /** Where the store stands when each source was looked at, as a refresher would know. */
  readonly checked: Record<string, number> = {};

  constructor() {
    this.#start();
    this.ledger = new Ledger(this.#store.cursor.epoch);
  }

  /** A socket that the Worker has let through. */
  connect(principal: Principal): Link {
    this.#links += 1;
    const link = new Link(`s${this.#links}`, whoIs(principal));
    const member = this.#admit(link, principal);
    this.#remember(member, link);
    this.#room.welcome(member);
    return link;
  }

  /** A text arrives from the other end. */
  hear(link: Link, text: string): void {
    const member = this.#room.members.get(link.id);
    if (!member) return;
    const frame = v.parse(up, JSON.parse(text));
    if (frame.type === "ack") link.acked(parseCursor(frame.cursor) as Cursor, frame.part ?? null);
    this.#room.receive(member, text);
    this.#unchanged();
  }

  /** The other end is gone. */
  gone(link: Link): void {
    link.open = false;
    this.#attachments.delete(link.id);
    if (this.#room.members.has(link.id)) this.#room.leave(link.id);
  }

  commit(change: ChangeSet): void {
    this.#attempt(() => this.#room.commit(change));
    this.#unchanged();
  }

  /** Holds what comes of a change against the ledger. */
  #witness(change: ChangeSet, commit: () => Commit | null): Commit | null {
    const { ledger, storage } = this;
    const name = change.once && JSON.stringify([change.once.writer, change.once.id]);
    const expected = name !== undefined && this.#done.has(name) ? null : ledger.after(change);
    const rows = storage.rowsWritten;
    const made = commit();
    if ((made === null) !== (expected === null)) violated("I6", `a commit that ${expected ? "changes" : "is equal"}`);
    if (expected) ledger.commit(expected);
    // One that names itself is remembered, which is a row.
    if (name !== undefined) this.#done.add(name);
    else if (made === null && storage.rowsWritten !== rows) violated("I6", "an equal commit writes rows");
    return made;
  }

  /** The storage refuses the next write. */
  failNext(): void {
    this.storage.failNext = true;
  }

  beat(): void {
    const at = this.time.now();
    for (const slug of ["a", "b", "server"]) this.checked[slug] = at;
    this.#hub.beat({ at, ...this.#times(), next: 5_000 });
  }

  /** The alarm rings. */
  look(): void {
    this.#room.dismissLate();
  }

  revoke(link: Link, why: "session_revoked" | "rights_changed"): void {
    const member = this.#room.members.get(link.id);
    if (member) this.#room.dismiss(member, why, why);
  }

  doubtRights(): void {
    this.#cleared = false;
  }

  clearRights(): void {
    this.#cleared = true;
    this.#room.release();
  }

  /** The process ends without warning; nothing is left but the storage. Sockets are dropped. */
  kill(): void {
    for (const { link } of this.#attachments.values()) link.open = false;
    this.#attachments.clear();
    this.#restart();
    this.toldOfBoards();
  }

  /** The object sleeps and wakes with its sockets. With a timer running it does not. */
  hibernate(): void {
    if (this.time.waiting > 0 || !this.#cleared) return;
    this.#restart();
    for (const { link, principal, patterns, places, behind, unfinished } of Array.from(this.#attachments.values())) {
      link.forget();
      const member = this.#admit(link, principal, { patterns, places, behind });
      if (unfinished) this.#room.dismiss(member, "restarting", "an answer was cut off");
    }
    this.toldOfBoards();
  }

  /** Boards may be there, or gone; or the object woke: it looks who has which open. */
  toldOfBoards(): void {
    this.#room.presences.changed();
  }

  /** Seconds later it says of each board that there is who has it open, and nobody else. */
  checkPresence(): void {
    this.time.advance(3_000);
    const { seq } = this.ledger;
    const told = v.parse(presence, JSON.parse(this.ledger.keyAt(seq, "$presence.one")?.text ?? "[]"));
    const on = [...this.#attachments.values()].filter(({ places }) => places.some(({ board }) => board === "one"));
    const here = on.map(({ principal }) => whoIs(principal).id);
    const isBoard = this.ledger.keyAt(seq, "$boards.one") !== undefined;
    if (
      isBoard &&
      told
        .map(({ id }) => id)
        .sort()
        .join() !== [...new Set(here)].sort().join()
    )
      violated("PE11", `${here.join()} have the board open, not ${JSON.stringify(told)}`);
    if (this.ledger.keyAt(seq, "$presence.two")) violated("PE11", "somebody is on a board that there is not");
  }

  /** The store begins another epoch, as after a restore. */
  renew(): void {
    const epoch = this.#newEpoch();
    if (this.#attempt(() => this.#room.renew(epoch)) !== "refused") this.ledger.renew(epoch);
    this.#unchanged();
  }

  /** A storage that refuses is told to whoever writes. */
  #attempt<Result>(write: () => Result): Result | "refused" {
    try {
      return write();
    } catch (error) {
      if (error instanceof Error && error.message === "storage is full") return "refused";
      throw error;
    }
  }

  #restart(): void {
    this.time.forget();
    this.#cleared = true;
    this.#start();
    this.#unchanged();
  }

  #start(): void {
    this.#store = new Store(this.storage, () => this.#newEpoch(), undefined, KEEP_TOMBSTONES);
    this.#hub = new Hub();
    const ports: RoomPorts = {
      clock: this.time,
      timers: this.time,
      limits,
      // A storage that refuses is told to the writer, and to whoever reads the log.
      logger: { error: (event) => (TOLD.includes(event) ? undefined : violated("I5", event)) },
      source: (slug) => (slug === "list" ? { kind: "editable", name: "List" } : undefined),
      times: () => this.#times(),
      cleared: () => this.#cleared,
      remember: (member) => {
        const link = this.#attachments.get(member.id)?.link;
        if (link) this.#remember(member, link);
      },
      watchersChanged: () => {},
    };
    this.#room = new ProofRoom(this.#store, this.#hub, ports, (change, commit) => this.#witness(change, commit));
  }

  #admit(link: Link, principal: Principal, woken?: Pick<Attachment, "patterns" | "places" | "behind">): Member {
    const outlet = {
      send: (text: string) => this.#send(link, principal, text),
      close: (code: number) => {
        link.open = false;
        link.closedWith = code;
        this.#attachments.delete(link.id);
      },
    };
    return this.#room.admit(link.id, principal, outlet, woken);
  }

  #remember(member: Member, link: Link): void {
    const { principal, patterns, places, outbox, requests } = member;
    this.#attachments.set(link.id, {
      link,
      principal,
      patterns: [...patterns],
      places,
      behind: outbox.behind,
      unfinished: outbox.behind !== null && !requests.idle,
    });
  }

  /** Everything that is sent passes here, and is looked at before it is on its way. */
  #send(link: Link, principal: Principal, text: string): void {
    if (!link.open) violated("I9", "something is sent on a closed socket");
    const frame = v.parse(down, JSON.parse(text));
    link.send({ text, frame });
    if (frame.type === "snapshot" || frame.type === "beat") checkLooks(whoIs(principal), frame);
    if (frame.type !== "snapshot" && frame.type !== "data_update") return;
    this.#checkRights(principal, frame);
    const cursor = parseCursor(frame.cursor) as Cursor;
    const { durable } = this.storage;
    if (cursor.epoch !== durable.epoch || cursor.seq > durable.seq) violated("I5", `${frame.cursor} is not durable`);
    link.owes(cursor, frame.type === "snapshot" ? frame.part : null, text.length);
    const { frames, bytes } = link.outstanding;
    if (frames > limits.outstandingFrames) violated("I12", `${frames} frames are outstanding`);
    if (frames > 1 && bytes > limits.outstandingBytes) violated("I12", `${bytes} bytes are outstanding`);
  }

  #checkRights(principal: Principal, frame: Extract<Down, { type: "snapshot" | "data_update" }>): void {
    if (!this.#cleared) violated("I9", "data leaves while rights are not known");
    if (principal.kind === "member" && principal.sessionEnds <= this.time.now()) {
      violated("I9", `a ${frame.type} after the session has run out`);
    }
    const keys =
      frame.type === "snapshot"
        ? [...frame.values, ...(frame.tails ?? [])].map(({ key }) => key).concat(frame.removed)
        : frame.updates.map(({ key }) => key);
    const hidden = keys.find((key) => !mayReadKey(whoIs(principal), key));
    if (hidden !== undefined) violated("I8", `${hidden} is not for a ${principal.kind}`);
  }

  /** The store is what the ledger says. */
  #unchanged(): void {
    const { state, cursor } = this.ledger;
    const { epoch, seq } = this.#store.cursor;
    if (`${epoch}:${seq}` !== cursor) violated("I5", `the store stands at ${epoch}:${seq}, not at ${cursor}`);
    if (this.#store.size !== state.size) violated("I5", `the store has ${this.#store.size} keys, not ${state.size}`);
    for (const [key, truth] of state) {
      const held = this.#store.get(key);
      if (held?.rev !== truth.rev || held.at !== truth.at) violated("I5", `${key} is at rev ${held?.rev}`);
    }
  }

  #times() {
    return { checked: this.checked, due: Object.fromEntries(Object.keys(this.checked).map((slug) => [slug, 0])) };
  }

  /** Eight letters, each time others. */
  #newEpoch(): string {
    this.#epochs += 1;
    return String(this.#epochs)
      .padStart(8, "0")
      .replace(/[0-9]/g, (digit) => "abcdefghij".charAt(Number(digit)));
  }
}

/** A reader hears only of sources whose state it may read. */
function checkLooks(who: Who, { checked, due }: Pick<Beat, "checked" | "due">): void {
  for (const slug of [...Object.keys(checked), ...Object.keys(due)]) {
    if (!mayReadKey(who, `$sources.${slug}`)) violated("I8", `when ${slug} was looked at is not for a ${who.kind}`);
  }
}
