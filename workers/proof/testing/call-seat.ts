import * as v from "valibot";
import { down } from "../../../core/protocol/down";
import type { Subscribe } from "../../../core/protocol/subscribe";
import type { Subscription } from "../../../docs/examples/other-worker/deltaboard";
import { boardOf, subscribed } from "../../testing/other-worker";
import { AskingSeat } from "./asking-seat";

/** A reader in another Worker. */
export class CallSeat extends AskingSeat {
  readonly name = "RPC";
  readonly #workspace: string;
  #subscription: Subscription | null = null;
  #held: PromiseWithResolvers<void> | null = null;

  constructor(patterns: readonly string[], workspace: string) {
    super(patterns);
    this.#workspace = workspace;
  }

  protected async ask({ id, keys, since }: Subscribe): Promise<void> {
    const visit = this.visits;
    const call = async (sent: unknown) => {
      const frame = v.parse(down, sent);
      if (frame.type !== "welcome") this.hear(visit, frame.type === "snapshot" ? { ...frame, id } : frame);
      await this.#held?.promise;
    };
    this.#subscription = await subscribed(boardOf(this.#workspace).subscribe(keys, since ?? null, call, "reader"));
    const over = () => {
      if (visit === this.visits) void this.go();
    };
    this.#subscription.ended().then(over, over);
  }

  /** A call that does not return: what is committed meanwhile comes as one step. */
  override hold(): void {
    this.#held ??= Promise.withResolvers();
  }

  override goOn(): void {
    this.#held?.resolve();
    this.#held = null;
  }

  protected async disconnect(): Promise<void> {
    this.goOn();
    // A stub that is broken says so, and is over.
    await this.#subscription?.unsubscribe().catch(() => {});
    this.#subscription?.[Symbol.dispose]();
    this.#subscription = null;
  }

  async look(): Promise<void> {}
}
