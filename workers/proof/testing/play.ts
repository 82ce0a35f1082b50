import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, vi } from "vitest";
import { matches } from "../../../core/keys/pattern";
import type { Ledger, State } from "../../../core/proof/testing/ledger";
import { mayReadKey } from "../../../core/proof/testing/may-read";
import { valueOf } from "../../../core/proof/testing/spec";
import type { KeyMeta } from "../../../core/protocol/parts";
import type { ChangeSet } from "../../../core/store/store";
import { commitChange } from "../../testing/commit";
import { abortObject } from "../../testing/other-worker";
import type { Happening } from "./happening";
import type { Seat } from "./seat";

/** One workspace's history, played in its object before readers on several transports, and kept by plain bookkeeping. */
export class Play {
  readonly #workspace: string;
  readonly #seats: readonly Seat[];
  readonly #patterns: readonly string[];
  readonly #ledger: Ledger;
  /** For how many happenings each seat stays away. */
  readonly #away = new Map<Seat, number>();
  /** For how many happenings those who can hold do not go on. */
  #held = 0;

  constructor(workspace: string, seats: readonly Seat[], patterns: readonly string[], ledger: Ledger) {
    this.#workspace = workspace;
    this.#seats = seats;
    this.#patterns = patterns;
    this.#ledger = ledger;
  }

  async happen(happening: Happening): Promise<void> {
    switch (happening.do) {
      case "commit": {
        const meta: KeyMeta = { kind: "value", ...(happening.unit ? { unit: happening.unit } : {}) };
        const writes = happening.writes.map(([key, spec]) => ({ key, value: valueOf(spec), meta }));
        await this.#commit({ writes });
        break;
      }
      case "series":
        await this.#commit({ writes: [{ key: "a.s", value: happening.value, meta: { kind: "series" } }] });
        break;
      case "append":
        await this.#append(happening);
        break;
      case "remove":
        await this.#commit({ removes: happening.keys });
        break;
      case "leave":
        await this.#leave(this.#seats[happening.seat], happening.away);
        break;
      case "hold":
        this.#held = happening.length;
        for (const seat of this.#seats) seat.hold();
        break;
      case "settle":
        await this.settle();
    }
    await this.#comeBack();
    for (const seat of this.#seats) this.#check(seat);
    this.#held -= 1;
    if (this.#held < 0) this.#goOn();
  }

  /** The object sleeps with its sockets and wakes. Neither a call nor a response can sleep: those readers come back. */
  async hibernate(): Promise<void> {
    this.#goOn();
    for (const seat of this.#seats) if (seat.name !== "WebSocket") await seat.go();
    // A response is found to have no reader by the next write to it.
    await this.#commit({ writes: [{ key: "a.tick", value: this.#ledger.seq, meta: { kind: "value" } }] });
    await evictDurableObject(env.DASHBOARD.getByName(this.#workspace), { webSockets: "hibernate" });
    await this.#comeBack();
  }

  /** The object ends without a word, and everybody's connection with it. */
  async abort(): Promise<void> {
    this.#goOn();
    await abortObject(this.#workspace);
    for (const seat of this.#seats) await seat.go();
    await this.#comeBack();
  }

  /** Everybody comes back, and holds in the end what was committed. */
  async settle(): Promise<void> {
    this.#away.clear();
    this.#goOn();
    await vi.waitFor(
      async () => {
        await this.#comeBack();
        for (const seat of this.#seats) {
          await seat.look();
          expect(seat.faults).toEqual([]);
          expect({ [seat.name]: heldBy(seat) }).toEqual({ [seat.name]: this.#truthFor(seat, this.#ledger.state) });
        }
      },
      { timeout: 10_000, interval: 5 },
    );
  }

  #goOn(): void {
    for (const seat of this.#seats) seat.goOn();
  }

  async #leave(seat: Seat | undefined, away: number): Promise<void> {
    if (!seat) return;
    this.#away.set(seat, away);
    await seat.go();
  }

  async #comeBack(): Promise<void> {
    for (const seat of this.#seats) {
      const away = this.#away.get(seat) ?? 0;
      if (away > 0) this.#away.set(seat, away - 1);
      else await seat.come();
    }
  }

  async #append({ key, events, keep }: Extract<Happening, { do: "append" }>): Promise<void> {
    const at = Date.now();
    const all = events.map((data) => ({ at, data }));
    await this.#commit({ appends: [{ key, events: all, meta: { kind: "stream", keep } }] });
  }

  async #commit(part: Partial<ChangeSet>): Promise<void> {
    const change: ChangeSet = { at: Date.now(), writes: [], removes: [], lastCheck: null, interval: 0, ...part };
    const after = this.#ledger.after(change);
    const made = await commitChange(this.#workspace, change);
    expect(made === null).toBe(after === null);
    if (after) this.#ledger.commit(after);
    if (made) expect(made.cursor.seq).toBe(this.#ledger.seq);
  }

  /** Wherever it stands, it holds what was committed there: all of it, and nothing else. */
  #check(seat: Seat): void {
    expect(seat.faults).toEqual([]);
    const { cursor } = seat.reader;
    if (cursor === null) return;
    expect({ [seat.name]: heldBy(seat) }).toEqual({ [seat.name]: this.#truthFor(seat, this.#ledger.at(cursor)) });
  }

  #truthFor({ reader }: Seat, then: State | undefined): Record<string, unknown> {
    if (!then) throw new Error(`nobody was ever at ${reader.cursor}`);
    const may = (key: string) =>
      this.#patterns.some((one) => matches(one, key)) && mayReadKey(reader.who ?? { kind: "key", id: "" }, key);
    const state = [...then].filter(([key]) => may(key));
    return Object.fromEntries(state.map(([key, { rev, at, text, meta }]) => [key, { rev, at, text, meta }]));
  }
}

function heldBy({ reader }: Seat): Record<string, unknown> {
  const { keys } = reader.copy;
  return Object.fromEntries([...keys].map(([key, { rev, at, text, meta }]) => [key, { rev, at, text, meta }]));
}
