import { defaultLimits, PING_EVERY } from "../../core/hub/limits";
import type { Subscribe } from "../../core/protocol/subscribe";
import { PROTOCOL_VERSION } from "../../core/protocol/version";
import type { Welcome } from "../../core/protocol/welcome";
import { Reader } from "./reader";

const welcome: Welcome = {
  type: "welcome",
  version: PROTOCOL_VERSION,
  cursor: "aaaaaaaa:0",
  principal: { kind: "key", id: "", name: "" },
  limits: defaultLimits,
  pingEvery: PING_EVERY,
  serverTime: 0,
};

/** A transport on which a reader asks in the address: what it would say on a socket becomes a request. */
export abstract class AskingReader extends Reader {
  protected connect(): void {
    this.begin(this.visit);
  }

  /** The questions that the reader has just now: one for where it stands, one for what it has nothing of yet. */
  protected begin(visit: number): void {
    const questions: Subscribe[] = [];
    this.book.opened((frame) => {
      // Acknowledged by how it is sent.
      if (frame.type === "subscribe") questions.push(frame);
    });
    this.hear(visit, welcome);
    this.toldAt = 0;
    const [question] = questions;
    if (question) this.ask(visit, question);
  }

  protected abstract ask(visit: number, question: Subscribe): void;
}
