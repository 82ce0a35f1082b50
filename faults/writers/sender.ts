import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Dice } from "../dice";
import { type Answer, ask } from "../network/ask";
import type { Books } from "./books";

export interface WriteQuestion {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Milliseconds after which an answer is not waited for any longer. */
const WITHIN = 8_000;

/** A program that pushes by the book: what it does not know the end of it sends again, and it waits where it is told to. */
export class Sender {
  readonly #port: number;
  readonly #key: string;
  readonly #dice: Dice;
  readonly #books: Books;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #seq = 0;

  constructor(port: number, key: string, dice: Dice, books: Books) {
    this.#port = port;
    this.#key = key;
    this.#dice = dice;
    this.#books = books;
  }

  /** Sends until it is answered for good. `inDoubt`: an earlier try of it may have been done, or may still be. */
  async send({ headers, ...question }: WriteQuestion): Promise<{ answer: Answer; inDoubt: boolean }> {
    const own = { Authorization: `Bearer ${this.#key}`, "Content-Type": "application/json", ...headers };
    const { counts } = this.#books;
    for (let inDoubt = false; ; ) {
      counts.requests += 1;
      const answer = await ask({ ...question, port: this.#port, headers: own, within: WITHIN, agent: this.#agent });
      if (answer?.status === 429) {
        counts.limited += 1;
        await pause(Number(answer.headers["retry-after"]) * 1_000);
      } else if (answer === null || answer.status >= 500) {
        counts.doubts += 1;
        inDoubt = true;
        await pause(this.#dice.from(50, 500));
      } else {
        if (answer.status === 200) this.#landed(answer);
        return { answer, inDoubt };
      }
    }
  }

  stop(): void {
    this.#agent.destroy();
  }

  /** One thing after the other: what is acknowledged later did not land earlier. */
  #landed({ body }: Answer): void {
    const { cursor } = JSON.parse(body) as { cursor: string };
    const seq = this.#books.landed(cursor);
    if (seq < this.#seq) this.#books.faults.push(`a write landed at ${seq}, after one at ${this.#seq}`);
    this.#seq = seq;
  }
}
