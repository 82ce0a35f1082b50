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

  constructor(patterns: readonly string[], workspace: string) {
    super(patterns);
    this.#workspace = workspace;
  }

  protected async ask({ id, keys, since }: Subscribe): Promise<void> {
    const visit = this.visits;
    const call = (sent: unknown) => {
      const frame = down.parse(sent);
      if (frame.type === "welcome") return;
      this.hear(visit, frame.type === "snapshot" ? { ...frame, id } : frame);
    };
    this.#subscription = await subscribed(boardOf(this.#workspace).subscribe(keys, since ?? null, call, "reader"));
    const over = () => {
      if (visit === this.visits) void this.go();
    };
    this.#subscription.ended().then(over, over);
  }

  protected async disconnect(): Promise<void> {
    // A stub that is broken says so, and is over.
    await this.#subscription?.unsubscribe().catch(() => {});
    this.#subscription?.[Symbol.dispose]();
    this.#subscription = null;
  }

  async look(): Promise<void> {}
}
