import { defaultLimits, PING_EVERY } from "../../../core/hub/limits";
import type { Subscribe } from "../../../core/protocol/subscribe";
import { PROTOCOL_VERSION } from "../../../core/protocol/version";
import type { Welcome } from "../../../core/protocol/welcome";
import { Seat } from "./seat";

const welcome: Welcome = {
  type: "welcome",
  version: PROTOCOL_VERSION,
  cursor: "aaaaaaaa:0",
  principal: { kind: "member", id: "", name: "" },
  limits: defaultLimits,
  pingEvery: PING_EVERY,
  serverTime: 0,
};

/** A transport on which a reader says what it wants by asking for it: what it would say on a socket becomes a request. */
export abstract class AskingSeat extends Seat {
  readonly #asked: Subscribe[] = [];

  protected async connect(): Promise<void> {
    this.reader.opened((frame) => {
      // Acknowledged by how it was sent.
      if (frame.type === "subscribe") this.#asked.push(frame);
    });
    this.hear(this.visits, welcome);
    await this.askAll();
  }

  /** Asks for what the reader has said that it wants. */
  protected async askAll(): Promise<void> {
    for (const question of this.#asked.splice(0)) await this.ask(question);
  }

  protected abstract ask(question: Subscribe): Promise<void>;
}
