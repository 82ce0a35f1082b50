import * as v from "valibot";
import { room } from "../../../../core/people/message";
import type { Said } from "./messages";

const answer = v.object({ messages: room, more: v.boolean() });

export interface Older {
  /** Oldest first. */
  readonly messages: readonly Said[];
  readonly state: "ready" | "loading" | "failed" | "all";
}

/** What was said in a room before the messages that are live. `ask`: for those before an id. */
export class OlderMessages {
  readonly #ask: (before: number) => Promise<Response>;
  readonly #listeners = new Set<() => void>();
  #held: Older = { messages: [], state: "ready" };

  constructor(ask: (before: number) => Promise<Response>) {
    this.#ask = ask;
  }

  readonly read = (): Older => this.#held;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Fetches the next ones before those that are held; `first`: the oldest one that is live. */
  async load(first: number): Promise<void> {
    const { messages, state } = this.#held;
    if (state === "loading" || state === "all") return;
    this.#put({ messages, state: "loading" });
    const found = await this.#found(messages[0]?.id ?? first);
    if (found === null) this.#put({ messages, state: "failed" });
    else this.#put({ messages: [...found.messages, ...messages], state: found.more ? "ready" : "all" });
  }

  /** Null where the server, or the way to it, does not give an answer. */
  async #found(before: number): Promise<v.InferOutput<typeof answer> | null> {
    try {
      const response = await this.#ask(before);
      return response.ok ? v.parse(answer, await response.json()) : null;
    } catch {
      // A lost network is no defect: the button says so and can be pressed again.
      return null;
    }
  }

  #put(held: Older): void {
    this.#held = held;
    for (const listener of this.#listeners) listener();
  }
}
