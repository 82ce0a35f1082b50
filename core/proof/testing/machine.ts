import type { Json } from "../../json";
import type { Principal } from "../../live-object";
import { closeCodes } from "../../protocol/bye";
import type { KeyMeta } from "../../protocol/parts";
import type { ChangeSet } from "../../store/change-set";
import { checkCopy, checkEnd } from "./check-copy";
import type { Link } from "./link";
import { checkWritten, roleOf } from "./people-write";
import { readerDoes } from "./reader-does";
import { ReferenceReader } from "./reference-reader";
import { type Spec, valueOf } from "./spec";
import { SEATS, type Step } from "./step";
import { violated } from "./violated";
import { World } from "./world";

/** A place where somebody reads: a reader, its socket, and who it is. */
class Seat {
  readonly reader = new ReferenceReader();
  readonly links: Link[] = [];
  readonly index: number;
  kind: Principal["kind"];
  slow = false;
  /** It keeps what it had, and does not come back by itself. */
  away = false;

  constructor(index: number) {
    this.index = index;
    this.kind = index === SEATS - 1 ? "visitor" : "member";
  }

  get link(): Link | undefined {
    return this.reader.isOpen ? this.links.at(-1) : undefined;
  }
}

/** Three readers over one room, and what happens to them. Whatever does, what was promised holds after every step. */
export class Machine {
  readonly world = new World();
  readonly seats = Array.from({ length: SEATS }, (_, index) => new Seat(index));
  /** What a hidden value is in this run: two runs differ in it, and in nothing that anybody sees. */
  readonly #hidden: (key: string, value: Json) => Json;
  #pair = 0;
  #change: ChangeSet | null = null;

  constructor(hidden: (key: string, value: Json) => Json = (_, value) => value) {
    this.#hidden = hidden;
    this.#commit([["a.0", { number: 1 }]], "");
    for (const { index, reader } of this.seats) {
      for (const pattern of index === SEATS - 1 ? ["server.*"] : ["a.*"]) reader.want(pattern);
      this.#connect(this.#seat(index));
    }
    this.settle(3);
  }

  run(steps: readonly Step[]): void {
    for (const step of steps) this.#run(step);
  }

  /** Everything arrives, everybody who may comes back, and time passes: then each holds what the store holds. */
  quiet(): void {
    this.world.clearRights();
    this.world.toldOfBoards();
    for (const seat of this.seats) Object.assign(seat, { slow: false, away: false });
    for (let i = 0; i < 12; i++) {
      this.#comeBack();
      this.settle(2);
      this.world.look();
    }
    for (const seat of this.seats) this.#checkEnd(seat);
    this.world.checkPresence();
  }

  /** So many times, what is on its way arrives, and a merge window passes. */
  settle(times: number): void {
    for (let i = 0; i < times; i++) {
      for (const seat of this.seats) {
        seat.reader.acknowledge();
        this.#flow(seat);
      }
      this.world.time.advance(25);
    }
  }

  #run(step: Step): void {
    const { world } = this;
    if ("seat" in step) return this.#seated(step, this.#seat(step.seat));
    switch (step.do) {
      case "commit":
        return this.#commit(step.writes, step.unit);
      case "series":
        return this.#write({ writes: [{ key: "a.s", value: step.value, meta: { kind: "series" } }] });
      case "append":
        return this.#append(step.key, step.events, step.keep);
      case "remove":
        return this.#write({ removes: step.keys });
      case "equal":
        return this.#change ? world.commit(this.#change) : undefined;
      case "fail":
        return world.failNext();
      case "time":
        world.time.advance(step.ms);
        return this.#comeBack();
      case "look":
        return world.look();
      case "beat":
        return world.beat();
      case "kill":
        return this.#kill();
      case "hibernate":
        return world.hibernate();
      case "renew":
        return world.renew();
      case "doubt":
        return world.doubtRights();
      case "clear":
        return world.clearRights();
    }
  }

  #seated(step: Extract<Step, { seat: number }>, seat: Seat): void {
    const { reader, link } = seat;
    switch (step.do) {
      case "flow":
        return this.#flow(seat);
      case "up":
        return this.#up(seat, step.count);
      case "down":
        return this.#down(seat, step.count);
      case "slow":
        seat.slow = step.slow;
        return undefined;
      case "connect":
        seat.away = false;
        return reader.isOpen ? undefined : this.#connect(seat);
      case "cut":
        seat.away = step.away;
        return this.#cut(seat, false);
      case "stand":
        return reader.stand({ board: step.board, ...(step.editing ? { editing: true } : {}) });
      case "revoke":
        seat.away = true;
        return link && this.world.revoke(link, "session_revoked");
      case "role":
        seat.kind = step.kind;
        return link && this.world.revoke(link, "rights_changed");
      case "ack":
      case "want":
      case "leave":
      case "again":
      case "resync":
      case "set":
      case "say":
      case "writeAgain":
        return readerDoes(reader, step);
    }
  }

  #comeBack(): void {
    for (const seat of this.seats) if (!seat.away && !seat.reader.isOpen) this.#connect(seat);
  }

  #connect(seat: Seat): void {
    const link = this.world.connect(this.#principal(seat));
    seat.links.push(link);
    seat.reader.opened((frame) => link.up.push(JSON.stringify(frame)));
  }

  #principal({ index, kind }: Seat): Principal {
    if (kind === "visitor") return { kind, address: `a${index}` };
    if (kind === "key") return { kind, keyId: `k${index}`, name: `K${index}` };
    const sessionEnds = this.world.time.now() + 60_000;
    return { kind, userId: `u${index}`, name: `U${index}`, role: roleOf(index), sessionId: `s${index}`, sessionEnds };
  }

  /** Everything that is on its way arrives: what comes down may be answered, and what goes up. */
  #flow(seat: Seat): void {
    for (let i = 0; i < 3; i++) {
      this.#down(seat, Number.POSITIVE_INFINITY);
      this.#up(seat, Number.POSITIVE_INFINITY);
    }
  }

  #up(seat: Seat, count: number): void {
    const { link } = seat;
    for (let i = 0; i < count && link?.open; i++) {
      const text = link.up.shift();
      if (text === undefined) return;
      this.world.hear(link, text);
    }
  }

  #down(seat: Seat, count: number): void {
    const { link } = seat;
    for (let i = 0; i < count && link && seat.link === link; i++) {
      const sent = link.down.shift();
      if (sent === undefined) {
        // What was sent before a close arrives before it.
        if (!link.open) this.#cut(seat, link.closedWith === closeCodes.rights_changed);
        return;
      }
      const written = seat.reader.hear(sent.frame);
      if (written) checkWritten(this.world.ledger, seat.reader.who?.kind ?? null, seat.index, written);
      checkCopy(seat.reader, this.world.ledger);
      if (!seat.slow) seat.reader.acknowledge();
    }
  }

  #cut(seat: Seat, forgets: boolean): void {
    const { link } = seat;
    if (!link) return;
    this.world.gone(link);
    seat.reader.closed(forgets);
    checkCopy(seat.reader, this.world.ledger);
  }

  #kill(): void {
    this.world.kill();
    for (const seat of this.seats) this.#cut(seat, false);
  }

  #commit(writes: readonly (readonly [string, Spec])[], unit: string): void {
    // The twins are written along with everything else: who sees them differ sees half a commit.
    this.#pair += 1;
    const all = [
      ...writes,
      ["a.twin", { number: this.#pair }] as const,
      ["server.twin", { number: this.#pair }] as const,
    ];
    const meta: KeyMeta = { kind: "value", ...(unit ? { unit } : {}) };
    this.#write({ writes: all.map(([key, value]) => ({ key, value: this.#hidden(key, valueOf(value)), meta })) });
  }

  #append(key: string, events: readonly number[], keep: number): void {
    const at = this.world.time.now();
    const all = events.map((event) => ({ at, data: this.#hidden(key, event) }));
    this.#write({ appends: [{ key, events: all, meta: { kind: "stream", keep } }] });
  }

  #write(change: Partial<ChangeSet>): void {
    const at = this.world.time.now();
    const whole = { at, writes: [], removes: [], lastCheck: null, interval: 0, ...change };
    // Events come anew each time; anything else is equal when it is committed again.
    if (!change.appends) this.#change = whole;
    this.world.commit(whole);
  }

  #seat(index: number): Seat {
    return this.seats[index] as Seat;
  }

  #checkEnd({ reader, index }: Seat): void {
    if (!reader.isLive) violated("I1", `reader ${index} does not come to rest`);
    checkEnd(reader, this.world.ledger);
  }
}
