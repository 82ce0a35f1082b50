import type { Ack } from "../protocol/ack";
import type { CloseReason } from "../protocol/bye";
import { parseCursor } from "../protocol/cursor";
import type { Store } from "../store/store";
import { catchUp } from "./catch-up";
import { MAX_WAITING_REQUESTS } from "./limits";
import type { Member } from "./members";
import type { MergeWindow } from "./merge-window";
import type { Questions } from "./questions";
import type { Request } from "./requests";
import type { RoomPorts } from "./room-ports";

interface ProgressPorts extends Pick<RoomPorts, "cleared" | "remember"> {
  readonly store: Pick<Store, "cursor">;
  readonly questions: Questions;
  readonly window: MergeWindow;
  readonly dismiss: (member: Member, why: CloseReason, reason: string) => void;
}

/** What a reader gets next: the answers to what it asked, in their order, and what it lacks where it is behind. */
export class Progress {
  readonly #ports: ProgressPorts;

  constructor(ports: ProgressPorts) {
    this.#ports = ports;
  }

  /** Does what a reader asks when its turn has come; false where too much waits already. */
  request(member: Member, run: Request): boolean {
    if (member.requests.waiting >= MAX_WAITING_REQUESTS) return false;
    member.requests.add(run);
    this.proceed(member);
    // What waits is lost when the object sleeps: on waking it has to know that something did.
    if (!member.requests.idle) this.#ports.remember(member);
    return true;
  }

  proceed(member: Member): void {
    if (!member.requests.idle && this.#ports.cleared()) {
      // What others wait for goes out first, and what this reader lacks: an answer is true at a later commit than that.
      this.#ports.window.flush();
      member.requests.proceed(() => this.#catchUp(member));
    }
    if (member.requests.idle) this.#catchUp(member);
  }

  /** What it was sent has arrived: said by the reader, or known by how it was sent. */
  acked(member: Member, ack: Omit<Ack, "type">): void {
    const { store, window } = this.#ports;
    const cursor = parseCursor(ack.cursor);
    if (cursor?.epoch !== store.cursor.epoch) return;
    member.outbox.acked(cursor.seq, ack.part ?? null);
    if (ack.part !== undefined) member.requests.acked(cursor, ack.part);
    if (!member.requests.idle) return this.proceed(member);
    // Inside a window the steps of the others are being gathered: it ends soon, and this reader is served then.
    if (!window.isOpen) this.#catchUp(member);
    else if (member.outbox.behind !== null) window.wait();
  }

  /** Brings a reader that is behind up to date in one step, once it has room and is not being answered; says if it is. */
  #catchUp(member: Member): boolean {
    const { cleared, dismiss, questions, store, window } = this.#ports;
    const { outbox, requests } = member;
    if (outbox.behind === null) return true;
    if (!outbox.hasRoom || requests.isAnswering || !cleared()) return false;
    window.flush();
    if (!catchUp(member, store.cursor, questions)) dismiss(member, "too_slow", "too far behind");
    return outbox.behind === null;
  }
}
