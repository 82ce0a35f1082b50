import * as v from "valibot";
import type { ErrorCode } from "../../core/error-codes";
import type { AppendFrame } from "../../core/protocol/append";
import type { Done } from "../../core/protocol/done";
import type { ErrorFrame } from "../../core/protocol/error";
import type { SetFrame } from "../../core/protocol/set";
import { type Up, up } from "../../core/protocol/up";
import type { Timers } from "./clock";

/** A write that is not answered on an open socket by then (milliseconds) will not be: the connection is begun anew. */
const ANSWER_DEADLINE = 15_000;
/** A write that could not be confirmed for so long (milliseconds) is given up: whoever waits wants to know. */
const GIVE_UP_AFTER = 60_000;
const INVALID = "The request is not valid.";
const TOO_LARGE = "The frame is larger than the limit.";
const UNSENT = "There is no connection to the server. Nothing was saved.";
const UNCONFIRMED = "The connection was lost before the server confirmed this. It may or may not have been saved.";

export type WriteFrame = SetFrame | AppendFrame;

/** What became of a write. `current`: with a conflict, the key as it stands; rev 0 and null where there is none. */
export type WriteOutcome =
  | { readonly ok: true; readonly cursor: string; readonly rev: number }
  | ({ readonly ok: false } & Pick<ErrorFrame, "code" | "message" | "retry" | "current">);

export interface WritesPorts {
  readonly timers: Timers;
  /** An answer did not come in time. */
  overdue(): void;
}

interface Pending {
  readonly frame: WriteFrame;
  readonly settle: (outcome: WriteOutcome) => void;
  readonly cancelGivingUp: () => void;
  wasSent: boolean;
  cancelOverdue: () => void;
}

/**
 * What the page writes, until it is answered. A write that a lost line left in doubt is sent again on the next socket
 * under the same id, in the order in which all were made, so that the server does it once.
 */
export class Writes {
  readonly #ports: WritesPorts;
  readonly #pending = new Map<string, Pending>();
  #send: ((frame: Up) => void) | null = null;
  #frameBytes = Number.POSITIVE_INFINITY;

  constructor(ports: WritesPorts) {
    this.#ports = ports;
  }

  /** `frame.id` has to be one that nobody else can guess or has used. */
  write(frame: WriteFrame): Promise<WriteOutcome> {
    // The server could not name this write in its refusal, or would close the connection.
    if (!v.is(up, frame)) return Promise.resolve(refusal("bad_input", INVALID));
    if (this.#isTooLarge(frame)) return Promise.resolve(refusal("frame_too_large", TOO_LARGE));
    return new Promise((settle) => {
      const cancelGivingUp = this.#ports.timers.after(GIVE_UP_AFTER, () => this.#giveUp(frame.id));
      const pending = { frame, settle, cancelGivingUp, wasSent: false, cancelOverdue: () => {} };
      this.#pending.set(frame.id, pending);
      this.#put(pending);
    });
  }

  /** A socket is ready: what is not answered goes out (again). `frameBytes`: the server takes no larger frame. */
  open(send: (frame: Up) => void, frameBytes: number): void {
    this.#send = send;
    this.#frameBytes = frameBytes;
    for (const pending of this.#pending.values()) this.#put(pending);
  }

  /** The socket is gone. */
  close(): void {
    this.#send = null;
    for (const { cancelOverdue } of this.#pending.values()) cancelOverdue();
  }

  /** False where the frame answers none of these writes. */
  receive(frame: Done | ErrorFrame): boolean {
    if (frame.id === undefined || !this.#pending.has(frame.id)) return false;
    if (frame.type === "done") this.#settle(frame.id, { ok: true, cursor: frame.cursor, rev: frame.rev });
    else this.#settle(frame.id, refused(frame));
    return true;
  }

  /** Nothing is sent any more: the page is left, closed for good, or somebody else's. */
  abandon(): void {
    for (const id of this.#pending.keys()) this.#giveUp(id);
  }

  #put(pending: Pending): void {
    const send = this.#send;
    if (send === null) return;
    if (this.#isTooLarge(pending.frame)) return this.#settle(pending.frame.id, refusal("frame_too_large", TOO_LARGE));
    pending.cancelOverdue = this.#ports.timers.after(ANSWER_DEADLINE, () => this.#ports.overdue());
    pending.wasSent = true;
    send(pending.frame);
  }

  #isTooLarge(frame: WriteFrame): boolean {
    return JSON.stringify(frame).length > this.#frameBytes;
  }

  #giveUp(id: string): void {
    this.#settle(id, refusal("unavailable", this.#pending.get(id)?.wasSent ? UNCONFIRMED : UNSENT, "later"));
  }

  #settle(id: string, outcome: WriteOutcome): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    pending.cancelGivingUp();
    pending.cancelOverdue();
    pending.settle(outcome);
  }
}

function refusal(code: ErrorCode, message: string, retry: ErrorFrame["retry"] = "never"): WriteOutcome {
  return { ok: false, code, message, retry };
}

function refused({ code, message, retry, current }: ErrorFrame): WriteOutcome {
  return { ok: false, code, message, retry, ...(current ? { current } : {}) };
}
