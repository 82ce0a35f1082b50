import { MergeWindow } from "../../../core/hub/merge-window";
import { Room } from "../../../core/hub/room";
import { Ledger } from "../../../core/proof/testing/ledger";
import { violated } from "../../../core/proof/testing/violated";
import { parseCursor } from "../../../core/protocol/cursor";
import { RightsWatch } from "../../../core/rights/rights-watch";
import type { ChangeSet, Commit } from "../../../core/store/store";
import { around } from "./around";

/**
 * Sees every change in the objects of this isolate on its one way in, and keeps the books of one object: the next that
 * commits after `begin`. Beside it, the parts of that object by which one can tell that it is at rest.
 */
export class Witness {
  ledger!: Ledger;
  room: Room | null = null;
  window: MergeWindow | null = null;
  rights: Pick<RightsWatch<never>, "ready"> | null = null;
  /** What went wrong inside the object, where nobody would hear of it. */
  fault: unknown = null;
  readonly #past = new Set<string>();
  /** Names of writes that were done, with the commit at which they were. */
  #done = new Map<string, number>();
  #begun = true;
  #ended = false;
  /** The number of the last commit that the object found when it was made again. */
  durable = 0;

  constructor() {
    around(Room.prototype, "commit", (room, commit, change) => this.#commit(room, change, commit));
    around(Room.prototype, "renew", (_, renew, epoch) => {
      renew();
      this.#past.add(epoch);
      this.ledger.renew(epoch);
    });
    around(MergeWindow.prototype, "add", (window, add) => {
      this.window = window;
      add();
    });
    around(RightsWatch.prototype, "cleared", (rights, cleared) => {
      this.rights = rights;
      return cleared();
    });
  }

  begin(): void {
    this.#begun = false;
    this.#done = new Map();
    this.fault = null;
    this.restarts();
  }

  /** The object is about to end without a word. */
  ends(): void {
    this.#ended = true;
    this.restarts();
  }

  /** The object is about to be made again. */
  restarts(): void {
    this.room = this.window = this.rights = null;
  }

  /** Where a new object finds its storage: after an end without a word, what was not durable came to nothing. */
  #found(seq: number): void {
    const { ledger } = this;
    if (!this.#ended && seq !== ledger.seq) violated("I5", `it woke at ${seq}, and slept at ${ledger.seq}`);
    if (seq > ledger.seq) violated("I5", `the storage is at ${seq}, and nobody committed after ${ledger.seq}`);
    this.#ended = false;
    this.durable = seq;
    ledger.back(seq);
    for (const [name, at] of this.#done) if (at > seq) this.#done.delete(name);
  }

  #commit(room: Room, change: ChangeSet, commit: () => Commit | null): Commit | null {
    if (!this.#begun && !this.#past.has(room.epoch)) {
      this.#begun = true;
      this.#past.add(room.epoch);
      this.ledger = new Ledger(room.epoch);
    }
    if (this.ledger?.epoch !== room.epoch) return commit();
    if (this.room === null && this.ledger.seq > 0) this.#found(seqOf(room));
    this.room = room;
    const name = change.once && JSON.stringify([change.once.writer, change.once.id]);
    const expected = name !== undefined && this.#done.has(name) ? null : this.ledger.after(change);
    const made = commit();
    if (expected) this.ledger.commit(expected);
    if (name !== undefined && !this.#done.has(name)) this.#done.set(name, this.ledger.seq);
    const seq = made?.cursor.seq ?? this.ledger.seq;
    if ((made === null) !== (expected === null) || seq !== this.ledger.seq) {
      this.fault ??= new Error(`[I6] a commit to ${seq}, where the books are at ${this.ledger.seq}`);
    }
    return made;
  }
}

function seqOf(room: Room): number {
  const { cursor } = room.changesSince({ kind: "visitor", address: "" }, [], null);
  return parseCursor(cursor)?.seq ?? 0;
}
