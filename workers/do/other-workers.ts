import * as v from "valibot";
import type { ErrorCode } from "../../core/error-codes";
import type { Limits } from "../../core/hub/limits";
import type { Member, Room } from "../../core/hub/room";
import type { WriteRequest, WriteResult } from "../../core/live-object";
import { closeCodes } from "../../core/protocol/bye";
import type { Down } from "../../core/protocol/down";
import { cursor } from "../../core/protocol/parts";
import { subscribe } from "../../core/protocol/subscribe";
import { plainWords } from "../../core/schema/plain-words";
import { CallOutlet } from "./call-outlet";
import type { Places } from "./places";
import { NO_NAME, type Program, programOf } from "./program";
import { published } from "./published";
import { type Ended, Subscription } from "./subscription";

/** The function of another Worker, as RPC hands it over. It is given back when the call returns, so it is copied. */
export interface Callback extends Disposable {
  (frame: Down): Promise<unknown>;
  dup(): Callback;
}

interface Refused {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
}
/** The answer to a subscription: a handle to it, or why there is none. */
export type Subscribed = { readonly ok: true; readonly subscription: Subscription } | Refused;

const request = v.object({
  keys: subscribe.entries.keys,
  since: v.nullable(cursor),
  callback: v.custom<Callback>((value) => typeof value === "function", "not a function"),
});

/** Readers in other Workers: members of the room like any other, who are called instead of sent to. */
export class OtherWorkers {
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #places: Places;

  constructor(room: Room, limits: Limits, places: Places) {
    this.#room = room;
    this.#limits = limits;
    this.#places = places;
  }

  subscribe(keys: string[], since: string | null, callback: Callback, as: string): Subscribed {
    const asked = v.safeParse(request, { keys, since, callback }, plainWords);
    if (!asked.success) return refused("bad_input", v.summarize(asked.issues));
    const principal = programOf(as);
    if (principal === null) return refused("bad_input", NO_NAME);
    const refusal = this.#refusal(principal, keys);
    if (refusal !== null) return refusal;
    const { promise, resolve } = Promise.withResolvers<Ended>();
    const member = this.#admit(principal, callback.dup(), resolve);
    const question = { type: "subscribe", id: "subscribe", keys, ...(since === null ? {} : { since }) };
    this.#room.receive(member, JSON.stringify(question));
    return { ok: true, subscription: new Subscription(promise, () => this.#end(member, 1000, "unsubscribed")) };
  }

  publish(write: WriteRequest, as: string): WriteResult {
    const principal = programOf(as);
    const request = published(write);
    if (principal === null) return refused("bad_input", NO_NAME);
    if (typeof request === "string") return refused("bad_input", request);
    return this.#room.writes.write(principal, request);
  }

  #admit(principal: Program, callback: Callback, ended: (how: Ended) => void): Member {
    const outlet = new CallOutlet({
      call: (frame) => callback(frame),
      release: () => callback[Symbol.dispose](),
      arrived: (ack) => this.#room.acked(member, ack),
      failed: () => this.#end(member, closeCodes.silent, "the callback failed"),
      closed: (code, reason) => ended({ code, reason }),
    });
    const member = this.#room.admit(crypto.randomUUID(), principal, outlet);
    this.#room.welcome(member);
    return member;
  }

  /** Nobody is told: the caller ended it, or cannot be reached. */
  #end(member: Member, code: number, reason: string): void {
    if (this.#room.members.get(member.id) !== member) return;
    this.#room.leave(member.id);
    member.outlet.close(code, reason);
  }

  #refusal(principal: Program, keys: readonly string[]): Refused | null {
    const { patternBytes } = this.#limits;
    const bytes = keys.reduce((sum, { length }) => sum + length + 3, 0);
    if (bytes > patternBytes) return refused("too_many_patterns", `At most ${patternBytes} characters of patterns.`);
    const full = this.#places.take(principal);
    return full && refused(full.code, full.message);
  }
}

function refused(code: ErrorCode, message: string): Refused {
  return { ok: false, code, message };
}
