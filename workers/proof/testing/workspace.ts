import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Principal } from "../../../core/live-object";
import { violated } from "../../../core/proof/testing/violated";
import type { ChangeSet } from "../../../core/store/store";
import { liveObject } from "../../../server/live-object";
import { SqlStorage } from "../../do/sql-storage";
import { commitChange } from "../../testing/commit";
import { connect, type Reader } from "../../testing/socket";
import { addEditable, addSource } from "../../testing/sources";
import { around } from "./around";
import type { Witness } from "./witness";

export const UPSTREAM = "http://pull.test/metrics";
/** So many tombstones that all before them go. */
const MANY = 5_600;

/** One workspace's real object, and the ways in which it can be treated. */
export class Workspace {
  readonly id = `w-${crypto.randomUUID()}`;
  readonly witness: Witness;
  #renewals = 0;
  #refuses = false;

  private constructor(witness: Witness) {
    this.witness = witness;
  }

  /** With a source that people write, and one that is asked. */
  static async open(witness: Witness): Promise<Workspace> {
    const workspace = new Workspace(witness);
    witness.begin();
    await addEditable(workspace.id, "list");
    await addSource(workspace.id, "pull", UPSTREAM);
    return workspace;
  }

  async connect(principal: Principal): Promise<Reader> {
    const reader = await connect(this.id, principal);
    reader.acks = false;
    return reader;
  }

  /** What the storage refuses is told to whoever writes. */
  async commit(change: ChangeSet): Promise<void> {
    await unlessRefused(commitChange(this.id, change));
  }

  /** The storage refuses the next write. */
  failNext(): void {
    if (this.#refuses) return;
    this.#refuses = true;
    const undo = around(SqlStorage.prototype, "write", () => {
      undo();
      this.#refuses = false;
      throw new Error("storage is full");
    });
  }

  /** The alarm rings twice, as it may after a fault. */
  async look(): Promise<void> {
    await runDurableObjectAlarm(this.#stub);
    await runDurableObjectAlarm(this.#stub);
  }

  async refresh(): Promise<void> {
    await liveObject(env, this.id).refreshNow("pull");
  }

  async revoke({ sessionId }: { sessionId: string }): Promise<void> {
    await liveObject(env, this.id).sessionsEnded([sessionId]);
  }

  async roleChanged({ userId }: { userId: string }): Promise<void> {
    await liveObject(env, this.id).membersChanged([userId]);
  }

  /** Sleeps once it is at rest, as the runtime would have it. */
  async hibernate(webSockets: "hibernate" | "close", jump: (milliseconds: number) => void): Promise<void> {
    if (!(await this.#rests(jump))) return;
    await evictDurableObject(this.#stub, { webSockets });
    this.witness.restarts();
    await this.#touch();
  }

  /** Ends without a word: with all other objects, or after a commit in the same turn. */
  async kill(last?: ChangeSet): Promise<void> {
    if (last) await commitChange(this.id, last, (ctx) => ctx.abort("killed")).catch(() => {});
    else await abortAllDurableObjects();
    this.witness.ends();
    await this.#touch();
  }

  /** Another epoch, as after a restore. */
  async renew(): Promise<void> {
    await this.#touch();
    this.#renewals += 1;
    const epoch = `renewed${String.fromCharCode(96 + this.#renewals)}`;
    await unlessRefused(runInDurableObject(this.#stub, () => this.witness.room?.renew(epoch)));
  }

  /** More is removed than tombstones are kept, all of it out of everybody's sight. */
  async prune(): Promise<void> {
    const keys = Array.from({ length: MANY }, (_, i) => `$rooms.t${i}`);
    const same = { at: Date.now(), lastCheck: null, interval: 0 };
    const meta = { kind: "value" } as const;
    await this.commit({ ...same, writes: keys.map((key) => ({ key, value: 0, meta })), removes: [] });
    await this.commit({ ...same, writes: [], removes: keys });
    await this.commit({ ...same, writes: [{ key: "$rooms.t", value: this.witness.ledger.seq, meta }], removes: [] });
  }

  /** The number of the last commit that is durable. */
  async stored(): Promise<number> {
    const { epoch, seq } = await runInDurableObject(this.#stub, (_, { storage }) => {
      const [row] = storage.sql.exec<{ epoch: string; seq: number }>(
        "SELECT epoch, (SELECT coalesce(max(seq), 0) FROM page) AS seq FROM store",
      );
      return row ?? { epoch: "", seq: 0 };
    });
    if (epoch !== this.witness.ledger.epoch) violated("I5", `the storage is of epoch ${epoch}`);
    return seq;
  }

  async alarm(): Promise<number | null> {
    return runInDurableObject(this.#stub, (_, { storage }) => storage.getAlarm());
  }

  /** Has it made again, if it is not, and go through its one way in. */
  async #touch(): Promise<void> {
    await this.commit({ at: Date.now(), writes: [], removes: [], lastCheck: null, interval: 0 });
  }

  /** Whether nothing is gathered, and rights are known: an object with a timer or a question under way does not sleep. */
  async #rests(jump: (milliseconds: number) => void): Promise<boolean> {
    const { witness } = this;
    return runInDurableObject(this.#stub, async () => {
      for (let i = 0; i < 200; i++) {
        if (witness.window?.isOpen !== true && (await (witness.rights?.ready() ?? null)) === null) return true;
        jump(5);
        await scheduler.wait(5);
      }
      return false;
    });
  }

  get #stub() {
    return env.DASHBOARD.getByName(this.id);
  }
}

/** A storage that refuses is among what is tried: whoever writes hears of it. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error && error.message === "storage is full")) throw error;
  }
}
