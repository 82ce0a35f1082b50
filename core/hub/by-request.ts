import { LiveError } from "../errors";
import type { Principal, Said } from "../live-object";
import type { Clock } from "../ports";
import type { Done } from "../protocol/done";
import type { ErrorFrame } from "../protocol/error";
import { flooded } from "./hear";
import type { Limits } from "./limits";
import { Rate } from "./rate";
import type { Room } from "./room";
import { writeFrame } from "./write-frame";

const MINUTE = 60_000;

interface ByRequestPorts {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly room: Pick<Room, "writes" | "presences">;
}

/** What people say by HTTP, who have no connection to say it on: as on one, and within the same rates. */
export class ByRequest {
  readonly #ports: ByRequestPorts;
  /** Of each person in the running minute: all frames, and those that count as messages. */
  readonly #rates = new Map<string, { readonly texts: Rate; readonly messages: Rate }>();
  #minute = 0;

  constructor(ports: ByRequestPorts) {
    this.#ports = ports;
  }

  /** `reader`: of the page that says it, by its own account. Null where there is nothing to answer. */
  say(principal: Principal, frame: Said, reader: string): Done | ErrorFrame | null {
    const { room } = this.#ports;
    if (principal.kind !== "member") return refusal(frame, new LiveError("forbidden"));
    const tooFast = this.#tooFast(principal.userId, frame);
    if (tooFast !== null) return tooFast;
    if (frame.type !== "presence") return writeFrame(frame.id, room.writes.answer(principal, frame));
    const code = room.presences.lease(principal, reader, frame.places);
    return code && refusal(frame, new LiveError(code));
  }

  #tooFast(userId: string, frame: Said): ErrorFrame | null {
    const { clock, limits } = this.#ports;
    const now = clock.now();
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.#minute) this.#rates.clear();
    this.#minute = minute;
    const rate = this.#rates.get(userId) ?? { texts: new Rate(), messages: new Rate() };
    this.#rates.set(userId, rate);
    // Places are said again by each page every few seconds, so they count as acknowledgements do.
    const isWithin =
      rate.texts.take(now, limits.messagesAMinute + limits.quietMessagesAMinute) &&
      (frame.type === "presence" || rate.messages.take(now, limits.messagesAMinute));
    if (isWithin) return null;
    const { code, message } = flooded(limits);
    return { ...refusal(frame, new LiveError(code, message)), after: (minute + 1) * MINUTE - now };
  }
}

function refusal({ id }: Said, { code, message, retry }: LiveError): ErrorFrame {
  return { type: "error", id, code, message, retry };
}
