import type { Principal } from "../../../core/live-object";
import { checkCopy, checkEnd } from "../../../core/proof/testing/check-copy";
import { checkWritten, roleOf } from "../../../core/proof/testing/people-write";
import { readerDoes } from "../../../core/proof/testing/reader-does";
import { SEATS } from "../../../core/proof/testing/step";
import { violated } from "../../../core/proof/testing/violated";
import type { ChangeSet } from "../../../core/store/change-set";
import { Changes } from "./changes";
import type { ObjectStep } from "./object-step";
import { Place } from "./place";
import type { Workspace } from "./workspace";

/** Real time that ends a merge window, in milliseconds. */
const WINDOW = 30;
/** After a time that ends their rights to be believed, they are looked at anew. */
const DOUBT = 6_000;

/** Readers on real sockets over one real object, and what happens to them: the machine of core/proof, in the runtime. */
export class ObjectMachine {
  readonly workspace: Workspace;
  readonly changes = new Changes();
  readonly places = Array.from({ length: SEATS }, (_, index) => new Place(index));
  /** Date is faked and moves only here; timers are real. */
  readonly #jump: (milliseconds: number) => void;

  constructor(workspace: Workspace, jump: (milliseconds: number) => void) {
    this.workspace = workspace;
    this.#jump = jump;
  }

  async run(steps: readonly ObjectStep[]): Promise<void> {
    await this.workspace.commit(this.changes.values([["a.0", { number: 1 }]], ""));
    for (const place of this.places) {
      place.reader.want(place.index === SEATS - 1 ? "server.*" : "a.*");
      await this.#connect(place);
      await this.#flow(place);
    }
    for (const step of steps) {
      await this.#run(step);
      this.#look();
    }
  }

  /** Everything arrives, everybody who may comes back: then each holds what the store holds, and is told what follows. */
  async quiet(): Promise<void> {
    for (const place of this.places) Object.assign(place, { slow: false, away: false });
    await this.#rest();
    await this.workspace.commit(this.changes.values([], ""));
    await this.#rest();
    if ((await this.workspace.stored()) !== this.#ledger.seq) violated("I5", "not all that is held is durable");
    if ((await this.workspace.alarm()) === null) violated("I13", "no alarm is set");
    for (const { line } of this.places) line?.close();
  }

  get #ledger() {
    return this.workspace.witness.ledger;
  }

  async #rest(): Promise<void> {
    let last: unknown;
    for (let i = 0; i < 250; i++) {
      await this.#comeBack();
      for (const place of this.places) {
        place.reader.acknowledge();
        await this.#flow(place);
      }
      this.#look();
      try {
        for (const { reader, index } of this.places) {
          if (!reader.isLive) violated("I1", `reader ${index} does not come to rest`);
          checkEnd(reader, this.#ledger);
        }
        return;
      } catch (error) {
        last = error;
      }
      // A reader may be behind, and its session may end.
      this.#jump(1);
      await scheduler.wait(i < 20 ? 5 : 25);
    }
    throw last;
  }

  async #run(step: ObjectStep): Promise<void> {
    const { workspace, changes } = this;
    if ("seat" in step) return this.#placed(step, this.places[step.seat] as Place);
    switch (step.do) {
      case "commit":
        return workspace.commit(changes.values(step.writes, step.unit));
      case "series":
        return workspace.commit(changes.of({ writes: [{ key: "a.s", value: step.value, meta: { kind: "series" } }] }));
      case "append":
        return workspace.commit(changes.events(step.key, step.events, step.keep));
      case "remove":
        return workspace.commit(changes.of({ removes: step.keys }));
      case "equal":
        return changes.last ? workspace.commit(changes.last) : undefined;
      case "fail":
        return workspace.failNext();
      case "time":
        return this.#passes(step.ms);
      case "look":
        return workspace.look();
      case "beat":
        return workspace.refresh();
      case "doubt":
        return this.#jump(DOUBT);
      case "clear":
        return undefined;
      case "renew":
        return workspace.renew();
      case "prune":
        return workspace.prune();
      case "hibernate":
      case "evict":
        return this.#sleeps(step.do === "evict");
      case "kill":
        return this.#kill();
      case "die":
        return this.#kill(changes.of({ writes: [{ key: "a.0", value: step.value, meta: { kind: "value" } }] }));
    }
  }

  async #placed(step: Extract<ObjectStep, { seat: number }>, place: Place): Promise<void> {
    const { reader } = place;
    switch (step.do) {
      case "flow":
        return this.#flow(place);
      case "up":
        return place.up(step.count);
      case "down":
        return this.#down(place, step.count);
      case "slow":
        place.slow = step.slow;
        return undefined;
      case "connect":
        place.away = false;
        return reader.isOpen ? undefined : this.#connect(place);
      case "cut":
        place.away = step.away;
        return place.cut(false);
      case "stand":
        // The object would tell of it by itself, and only what it is told to commit is in the ledger here.
        return undefined;
      case "revoke":
        place.away = true;
        await this.workspace.revoke({ sessionId: `s${place.index}` });
        return this.#closed(place);
      case "role":
        place.kind = step.kind;
        await this.workspace.roleChanged({ userId: `u${place.index}` });
        return this.#closed(place);
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

  /** Who lost a session or a role is not read to any further. */
  async #closed({ line, index }: Place): Promise<void> {
    if (line?.kind !== "member") return;
    for (let i = 0; i < 500; i++) {
      if (line.closedWith !== null) return;
      await scheduler.wait(2);
    }
    violated("I9", `reader ${index} has lost its rights, and its socket is open`);
  }

  async #passes(milliseconds: number): Promise<void> {
    this.#jump(milliseconds);
    if (milliseconds >= WINDOW - 5) await scheduler.wait(WINDOW);
    await this.#comeBack();
  }

  async #sleeps(closes: boolean): Promise<void> {
    await this.workspace.hibernate(closes ? "close" : "hibernate", this.#jump);
    for (const place of this.places) place.line?.forget();
  }

  async #kill(last?: ChangeSet): Promise<void> {
    await this.workspace.kill(last);
    const { cursor } = this.#ledger;
    const { durable } = this.workspace.witness;
    for (const place of this.places) {
      const seen = place.line?.newest(cursor) ?? 0;
      if (seen > durable) violated("I5", `reader ${place.index} heard of commit ${seen}, and ${durable} was durable`);
      place.cut(false);
      checkCopy(place.reader, this.#ledger);
    }
  }

  async #comeBack(): Promise<void> {
    for (const place of this.places) if (!place.away && !place.reader.isOpen) await this.#connect(place);
  }

  async #connect(place: Place): Promise<void> {
    place.opened(await this.workspace.connect(this.#principal(place)));
  }

  #principal({ index, kind }: Place): Principal {
    if (kind === "visitor") return { kind, address: `a${index}` };
    const role = roleOf(index);
    return {
      kind: "member",
      userId: `u${index}`,
      name: `U${index}`,
      role,
      sessionId: `s${index}`,
      sessionEnds: Date.now() + 60_000,
    };
  }

  /** What is on its way arrives, up and down, as far as it is there. */
  async #flow(place: Place): Promise<void> {
    for (let i = 0; i < 2; i++) {
      place.up(Number.POSITIVE_INFINITY);
      await scheduler.wait(1);
      this.#down(place, Number.POSITIVE_INFINITY);
    }
  }

  #down(place: Place, count: number): void {
    const { line, reader } = place;
    for (let i = 0; i < count && line && place.line === line; i++) {
      const frame = line.next();
      if (!frame) return place.heardOfClose();
      const written = reader.hear(frame);
      if (written) checkWritten(this.#ledger, reader.who?.kind ?? null, place.index, written);
      checkCopy(reader, this.#ledger);
      if (!place.slow) reader.acknowledge();
    }
  }

  /** What arrived meanwhile is bounded, and nothing went wrong inside. */
  #look(): void {
    for (const { line } of this.places) line?.arrive();
    const { fault } = this.workspace.witness;
    if (fault) throw fault;
  }
}
