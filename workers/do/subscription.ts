import { RpcTarget } from "cloudflare:workers";

/** How a subscription ended: a close code of the protocol, or 1000 where the caller ended it. */
export interface Ended {
  readonly code: number;
  readonly reason: string;
}

/** What another Worker holds of its subscription. Over when it says so, drops this, or ends itself. */
export class Subscription extends RpcTarget {
  readonly #ended: Promise<Ended>;
  readonly #end: () => void;

  constructor(ended: Promise<Ended>, end: () => void) {
    super();
    this.#ended = ended;
    this.#end = end;
  }

  /** Settles when it is over; rejects when the object was restarted, which no frame can tell. */
  ended(): Promise<Ended> {
    return this.#ended;
  }

  unsubscribe(): void {
    this.#end();
  }

  [Symbol.dispose](): void {
    this.#end();
  }
}
