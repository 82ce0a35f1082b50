import { DurableObject } from "cloudflare:workers";
import type { Deltaboard, Frame, Subscription, Value } from "./deltaboard";

interface Env {
  DASHBOARD: DurableObjectNamespace;
  TOTALS: DurableObjectNamespace<Totals>;
  WORKSPACE: string;
}

/** Reads the numbers under `shop` and publishes their sum as `derived.total`. An object, since it has to stay. */
export class Totals extends DurableObject<Env> {
  readonly #numbers = new Map<string, number>();
  #cursor: string | null = null;
  #subscription: Promise<Subscription> | null = null;

  /** Subscribes, from where it stood, unless it is subscribed. */
  async watch(workspace: string): Promise<void> {
    this.#subscription ??= this.#subscribe(workspace);
    await this.#subscription;
  }

  async #subscribe(workspace: string): Promise<Subscription> {
    const board = this.env.DASHBOARD.getByName(workspace) as unknown as Deltaboard;
    const over = () => (this.#subscription = null);
    try {
      const hear = (frame: Frame) => this.#hear(board, frame);
      const answer = await board.subscribe(["shop.*"], this.#cursor, hear, "totals");
      if (!answer.ok) throw new Error(answer.message);
      // Also when Deltaboard was deployed anew: the next watch() goes on from the cursor.
      answer.subscription.ended().then(over, over);
      return answer.subscription;
    } catch (error) {
      over();
      throw error;
    }
  }

  /** The next frame comes when this one is dealt with; what changes meanwhile comes in one. */
  async #hear(board: Deltaboard, frame: Frame): Promise<void> {
    if (frame.type !== "snapshot" && frame.type !== "data_update") return;
    const isSnapshot = frame.type === "snapshot";
    if (isSnapshot && frame.full && frame.part === 1) this.#numbers.clear();
    for (const change of isSnapshot ? frame.values : frame.updates) this.#take(change);
    for (const key of isSnapshot ? frame.removed : []) this.#numbers.delete(key);
    if (isSnapshot && frame.part < frame.parts) return;
    this.#cursor = frame.cursor;
    const total = [...this.#numbers.values()].reduce((sum, number) => sum + number, 0);
    const published = await board.publish({ values: { "derived.total": total } }, "totals");
    if (!published.ok) throw new Error(published.message);
  }

  #take(change: Value | { key: string; removed: true }): void {
    if ("value" in change && typeof change.value === "number") this.#numbers.set(change.key, change.value);
    else this.#numbers.delete(change.key);
  }
}

export default {
  scheduled: (_, env) => env.TOTALS.getByName("totals").watch(env.WORKSPACE),
} satisfies ExportedHandler<Env>;
