import type { Json } from "../../../core/json";
import { RawSocket } from "../../setup/raw-socket";
import { moment } from "./moment";
import type { Runtime } from "./runtime";
import type { Side } from "./side";

/** One push: a key and the value made for this mark. `stream`: appended instead of set. `tagged`: to its readers only. */
export interface Push {
  readonly key: string;
  readonly value: (mark: string) => Json;
  readonly stream?: boolean;
  readonly tagged?: boolean;
}

/** What each side is told for a push. The bare one gets the very text that it is to send. */
const say: Record<Side["name"], (push: Push, value: Json) => string> = {
  product: ({ key, stream }, value) =>
    JSON.stringify(stream ? { appends: [{ key, data: value }] } : { writes: [{ key, value }] }),
  bare: ({ key, tagged }, value) => `${tagged ? key : ""}\n${JSON.stringify({ key, value })}`,
  plain: ({ key }, value) => JSON.stringify({ key, value }),
};

/** Pushes over a socket of its own: one message each, so that each is one event of the object. */
export class Pusher {
  readonly #side: Side["name"];
  readonly #socket: RawSocket;
  #last = 0;

  private constructor(side: Side["name"], socket: RawSocket) {
    this.#side = side;
    this.#socket = socket;
  }

  static async open(side: Side["name"], { port }: Runtime): Promise<Pusher> {
    const opened = Promise.withResolvers<void>();
    const socket = new RawSocket({ port, path: "/push" }, { opened: opened.resolve, text: () => {}, closed: () => {} });
    await opened.promise;
    return new Pusher(side, socket);
  }

  /** The mark it went out with: no two are the same. */
  push(push: Push): number {
    this.#last = Math.max(Math.round((this.#last + 0.001) * 1_000) / 1_000, moment());
    this.#socket.send(say[this.#side](push, push.value(`#${this.#last}#`)));
    return this.#last;
  }

  close(): void {
    this.#socket.close();
  }
}
