import { Agent } from "node:http";
import * as v from "valibot";
import { snapshot } from "../../core/protocol/snapshot";
import type { Subscribe } from "../../core/protocol/subscribe";
import { ask } from "../network/ask";
import { AskingReader } from "./asking-reader";

const EVERY = [300, 1_200] as const;
/** Milliseconds after which an answer is not waited for any longer. */
const WITHIN = 15_000;

/** A reader that asks again and again. */
export class PollReader extends AskingReader {
  readonly transport = "polling";
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #etag: string | undefined;
  #next: NodeJS.Timeout | undefined;

  protected ask(visit: number, question: Subscribe): void {
    void this.#ask(visit, question);
  }

  protected disconnect(): void {
    clearTimeout(this.#next);
    this.#agent.destroy();
  }

  async #ask(visit: number, { id, keys, since }: Subscribe): Promise<void> {
    const { port, headers, dice, every = EVERY } = this.order;
    const tag = since !== undefined && this.#etag !== undefined ? { "If-None-Match": this.#etag } : {};
    const path = `/live/harbour/values?keys=${keys.map(encodeURIComponent).join()}${since === undefined ? "" : `&since=${since}`}`;
    const answer = await ask({ port, path, headers: { ...headers, ...tag }, within: WITHIN, agent: this.#agent });
    if (answer === null) return this.ended(visit, "lost");
    if (answer.status !== 200 && answer.status !== 304) return this.ended(visit, `status ${answer.status}`);
    // As it stands where it stood.
    const same = { cursor: since, full: false, values: [], removed: [], checked: {}, due: {} };
    const changes = answer.status === 304 ? same : (JSON.parse(answer.body) as object);
    this.#etag = answer.headers.etag;
    this.hear(visit, v.parse(snapshot, { type: "snapshot", id, part: 1, parts: 1, ...changes }));
    if (!this.isHere || visit !== this.visit) return;
    this.#next = setTimeout(() => this.#again(visit), dice.from(...every));
  }

  #again(visit: number): void {
    this.book.closed(false);
    this.begin(visit);
  }
}
