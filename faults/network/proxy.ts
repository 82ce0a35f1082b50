import { connect, createServer, type Server, type Socket } from "node:net";
import type { Dice } from "../dice";
import { Link, type Trouble } from "./link";

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
  /** Up and down. */
  readonly links: readonly [Link, Link];
}

const FINE: Trouble = { is: "none" };

/** A TCP proxy before the server that can be a bad network: for some of its connections, as chance has it. */
export class Proxy {
  readonly #target: number;
  readonly #dice: Dice;
  readonly #server: Server;
  readonly #open = new Set<Connection>();
  #trouble = FINE;
  #share = 0;
  #refuses = false;

  private constructor(target: number, dice: Dice) {
    this.#target = target;
    this.#dice = dice;
    this.#server = createServer({ noDelay: true }, (near) => this.#connect(near));
  }

  /** @param target the server's port on this machine */
  static async before(target: number, dice: Dice): Promise<Proxy> {
    const proxy = new Proxy(target, dice);
    // The system's queue of handshakes is 511 by itself: a crowd that comes back at once is not to meet that.
    const place = { port: 0, host: "127.0.0.1", backlog: 4_096 };
    await new Promise<void>((resolve) => proxy.#server.listen(place, resolve));
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The proxy does not listen.");
    return address.port;
  }

  /** Cuts this share of the connections off, without a goodbye at either end. */
  cut(share: number): void {
    for (const one of this.#open) if (this.#dice.next() < share) this.#end(one);
  }

  /** Troubles this share of the connections, and of those to come, until it is `fine` again. */
  trouble(trouble: Trouble, share: number): void {
    [this.#trouble, this.#share] = [trouble, share];
    for (const { links } of this.#open) this.#strike(links);
  }

  /** Who was half open is cut off: what was lost on the way does not come any more. */
  fine(): void {
    for (const one of this.#open) if (one.links[1].isHalfOpen) this.#end(one);
    this.trouble(FINE, 0);
  }

  /** Refuses whoever comes until this is done, as a machine does whose server is not there yet. */
  async refusing(work: () => Promise<void>): Promise<void> {
    this.#refuses = true;
    await work();
    this.#refuses = false;
  }

  async close(): Promise<void> {
    for (const one of this.#open) this.#end(one);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connect(near: Socket): void {
    if (this.#refuses) {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: this.#target, host: "127.0.0.1", noDelay: true });
    const one: Connection = { near, far, links: [new Link(near, far), new Link(far, near)] };
    this.#open.add(one);
    this.#strike(one.links);
    for (const socket of [near, far]) {
      // An error is followed by "close".
      socket.on("error", () => {});
      socket.once("close", (failed) => this.#closed(one, failed));
    }
  }

  #strike(links: Connection["links"]): void {
    const [up, down] = links;
    const drawn = this.#dice.next() < this.#share ? this.#trouble : FINE;
    down.trouble = drawn;
    // Where only what comes down is lost, what is asked for is done, and whoever asked does not hear of it.
    up.trouble = drawn.is === "half-open" && this.#dice.next() < 0.5 ? FINE : drawn;
  }

  /** Of a half-open connection, the other end hears nothing; of another one's end, when what was sent before has come. */
  #closed(one: Connection, failed: boolean): void {
    if (one.near.destroyed && one.far.destroyed) this.#open.delete(one);
    else if (failed && !one.links[1].isHalfOpen) this.#end(one);
  }

  #end(one: Connection): void {
    this.#open.delete(one);
    for (const link of one.links) link.stop();
    one.near.resetAndDestroy();
    one.far.resetAndDestroy();
  }
}
