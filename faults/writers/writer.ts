import { setTimeout as pause } from "node:timers/promises";
import { canonical } from "../../core/delta/canonical";
import type { Json } from "../../core/json";
import type { Dice } from "../dice";
import type { Answer } from "../network/ask";
import type { Books } from "./books";
import { Sender } from "./sender";

/** The stream that every event counts in, and how many it keeps. */
const COUNTED = "log.counted";
const KEEP = 10_000;
/** Streams that keep few. */
const SHORT = ["log.short.a", "log.short.b"];

const others = ["values", "values", "document", "document", "short", "guest"] as const;

export interface WriterOrder {
  readonly name: string;
  /** Of the network before the server. */
  readonly port: number;
  /** The text of an API key. */
  readonly key: string;
  readonly dice: Dice;
  readonly books: Books;
  /** The next so many numbers of events, none of which anybody else takes. */
  readonly take: (count: number) => number[];
  /** Milliseconds between two requests, on average. */
  readonly every: number;
}

/** Writes keys of its own, and events to streams that all write to: one request after the other. */
export class Writer {
  readonly #order: WriterOrder;
  readonly #sender: Sender;
  #made = 0;
  /** The rev of the document that it alone writes, 0 while there is none. */
  #rev = 0;

  constructor(order: WriterOrder) {
    this.#order = order;
    this.#sender = new Sender(order.port, order.key, order.dice, order.books);
  }

  /** Pushes events until all of them are, and something else in between. */
  async work(events: number): Promise<void> {
    for (let left = events; left > 0; ) {
      const { dice, every } = this.#order;
      const count = Math.min(left, dice.from(1, 9));
      await this.#push(count);
      left -= count;
      await pause(dice.from(0, 2 * every));
      await this.#other(dice.of(others));
      await pause(dice.from(0, 2 * every));
    }
  }

  stop(): void {
    this.#sender.stop();
  }

  #other(what: (typeof others)[number]): Promise<void> {
    switch (what) {
      case "values":
        return this.#values();
      case "document":
        return this.#document();
      case "short":
        return this.#short();
      case "guest":
        return this.#guest();
    }
  }

  async #push(count: number): Promise<void> {
    const { name, books, take } = this.#order;
    const data = take(count);
    await this.#append(COUNTED, data, KEEP, `${name}-${this.#count()}`);
    books.events(COUNTED, data);
  }

  async #short(): Promise<void> {
    const { name, dice } = this.#order;
    const count = this.#count();
    await this.#append(dice.of(SHORT), Array<number>(dice.from(1, 4)).fill(count), 20, `${name}-${count}`);
  }

  async #append(stream: string, events: readonly number[], keep: number, once: string): Promise<void> {
    const path = `/api/v1/events/${stream}?keep=${keep}`;
    const headers = { "Idempotency-Key": once };
    const question = { method: "POST", path, headers, body: JSON.stringify(events) } as const;
    const { answer } = await this.#sender.send(question);
    this.#expect(answer, 200);
    // As one does that ended before it could note that it was done.
    if (this.#order.dice.next() < 0.1) this.#same(answer, (await this.#sender.send(question)).answer);
  }

  /** Twins, which change together or not at all, and a number with a past. */
  async #values(): Promise<void> {
    const { name, books } = this.#order;
    const n = this.#count();
    const twin = {
      n,
      text: "so long a text that a patch of the number beside it pays, since the text is left out of it",
    };
    const values = { [`shop.${name}.a`]: twin, [`shop.${name}.b`]: twin, [`shop.${name}.count`]: n };
    const question = { method: "POST", path: "/api/v1/values", body: JSON.stringify({ values }) } as const;
    const { answer, inDoubt } = await this.#sender.send(question);
    this.#expect(answer, 200);
    books.values(values, false, inDoubt);
  }

  /** Over the rev that it read and no other, so that a late repeat changes nothing. */
  async #document(): Promise<void> {
    const { name, books, dice } = this.#order;
    const n = this.#count();
    const value = Array.from({ length: 8 }, (_, id) => ({ id, v: id === dice.from(0, 7) ? n : 0, of: "a row" }));
    const headers: Record<string, string> =
      this.#rev === 0 ? { "If-None-Match": "*" } : { "If-Match": `"${this.#rev}"` };
    const path = `/api/v1/keys/list.${name}.document`;
    const { answer, inDoubt } = await this.#sender.send({ method: "PUT", path, headers, body: JSON.stringify(value) });
    this.#rev = inDoubt && answer.status === 412 ? this.#before(answer, value) : this.#expect(answer, 200).rev;
    books.values({ [`list.${name}.document`]: value }, false, false);
  }

  /** A key that comes and goes. */
  async #guest(): Promise<void> {
    const { name, books, dice } = this.#order;
    const key = `list.${name}.guest.${dice.from(0, 2)}`;
    const comes = dice.next() < 0.5;
    const value = this.#count();
    const path = `/api/v1/keys/${key}`;
    const question = comes
      ? ({ method: "PUT", path, body: String(value) } as const)
      : ({ method: "DELETE", path } as const);
    const { answer, inDoubt } = await this.#sender.send(question);
    this.#expect(answer, 200);
    books.values({ [key]: value }, !comes, inDoubt);
  }

  /** Refused since the try before was done: then the key holds what was to be written. */
  #before({ body }: Answer, value: Json): number {
    const { current } = JSON.parse(body) as { current: { rev: number; value: Json } };
    if (canonical(current.value) !== canonical(value)) {
      this.#order.books.faults.push(`a document of ${this.#order.name} holds what nobody wrote: ${body}`);
    }
    return current.rev;
  }

  #expect({ status, headers, body }: Answer, expected: number): { rev: number } {
    if (status !== expected) this.#order.books.faults.push(`${this.#order.name} was answered ${status}: ${body}`);
    return { rev: Number(headers.etag?.replaceAll('"', "") ?? 0) };
  }

  /** A repeat is answered by where the first one landed. */
  #same(first: Answer, again: Answer): void {
    const [landed, repeated] = [first, again].map(({ body }) => (JSON.parse(body) as { cursor: string }).cursor);
    if (landed !== repeated) this.#order.books.faults.push(`a push landed at ${landed}, and its repeat at ${repeated}`);
  }

  #count(): number {
    this.#made += 1;
    return this.#made;
  }
}
