import type { Socket } from "node:net";

/** What the network does to a connection. Half-open: it takes what is sent and delivers nothing, and nobody is told. */
export type Trouble =
  | { readonly is: "none" | "half-open" }
  | { readonly is: "slow"; readonly milliseconds: number }
  | { readonly is: "narrow"; readonly bytesASecond: number };

/** Parcels on the way, past which whoever sends is held up. */
const FULL = 64;

/** One direction of a connection. What it takes it delivers whole and in order, unless the connection is cut. */
export class Link {
  readonly #from: Socket;
  readonly #to: Socket;
  /** `due`: when it is to be delivered, by performance.now(). */
  readonly #queue: { readonly chunk: Buffer; readonly due: number }[] = [];
  #trouble: Trouble = { is: "none" };
  #timer: NodeJS.Timeout | undefined;
  /** When the parcel before arrives: nothing overtakes it. */
  #last = 0;
  #ended = false;

  constructor(from: Socket, to: Socket) {
    this.#from = from;
    this.#to = to;
    from.on("data", (chunk: Buffer) => this.#take(chunk));
    from.once("end", () => this.#end());
    to.on("drain", () => this.#flow());
  }

  get isHalfOpen(): boolean {
    return this.#trouble.is === "half-open";
  }

  set trouble(trouble: Trouble) {
    this.#trouble = trouble;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#queue.length = 0;
  }

  #take(chunk: Buffer): void {
    if (this.isHalfOpen) return;
    this.#last = this.#arrivalOf(chunk.length);
    this.#queue.push({ chunk, due: this.#last });
    // A full line is told to whoever fills it, as a kernel does it.
    if (this.#queue.length > FULL) this.#from.pause();
    this.#deliver();
  }

  #end(): void {
    if (this.isHalfOpen) return;
    this.#ended = true;
    this.#deliver();
  }

  #arrivalOf(bytes: number): number {
    const now = performance.now();
    const free = Math.max(now, this.#last);
    if (this.#trouble.is === "narrow") return free + (bytes / this.#trouble.bytesASecond) * 1_000;
    return this.#trouble.is === "slow" ? Math.max(free, now + this.#trouble.milliseconds) : free;
  }

  #deliver(): void {
    clearTimeout(this.#timer);
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const wait = next.due - performance.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#deliver(), wait);
        return;
      }
      this.#queue.shift();
      if (!this.#to.write(next.chunk)) this.#from.pause();
    }
    if (this.#ended) this.#to.end();
    else this.#flow();
  }

  #flow(): void {
    if (this.#queue.length <= FULL && !this.#to.writableNeedDrain) this.#from.resume();
  }
}
