import type { Member, Room } from "../../core/hub/room";
import type { Principal } from "../../core/live-object";
import type { Random, Timers } from "../../core/ports";
import { EventOutlet, type EventSink } from "../../core/sse/event-outlet";

/** An open response keeps the object awake, so none lasts longer than this (milliseconds). */
const LIFE = 5 * 60_000;
/** They end so much earlier at most (milliseconds), or all that came back together would go on doing so. */
const SPREAD = 30_000;
/** How long a client waits whose response has ended in time, in milliseconds. */
const BACK_AFTER = 100;

/** Of the request by which the Worker asks for a stream. */
export const KEYS_PARAM = "keys";
export const SINCE_PARAM = "since";

interface EventStreamsPorts {
  readonly room: Room;
  readonly timers: Pick<Timers, "after">;
  readonly random: Random;
}

/** Readers by server-sent events: members of the room like any other, whose outlet is the body of a response. */
export class EventStreams {
  readonly #ports: EventStreamsPorts;

  constructor(ports: EventStreamsPorts) {
    this.#ports = ports;
  }

  /** Opens a stream that the Worker has let through, and that there is a place for. */
  open(request: Request, principal: Principal): Response {
    const { searchParams } = new URL(request.url);
    const since = searchParams.get(SINCE_PARAM);
    // Without a buffer of its own: a write ends when the other side has taken it.
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const { room, timers, random } = this.#ports;
    const id = crypto.randomUUID();
    const outlet = new EventOutlet(sinkOf(writer), {
      timers,
      since,
      took: (ack) => room.acked(member, ack),
      life: LIFE - random.next() * SPREAD,
      outlived: () => room.dismiss(member, "restarting", "a response lasts five minutes", BACK_AFTER),
      over: () => {
        if (room.members.has(id)) room.leave(id);
      },
    });
    // The runtime may notice only by the next write that nobody reads any more; a comment is one.
    const gone = () => outlet.lost();
    writer.closed.then(gone, gone);
    const member: Member = room.admit(id, principal, outlet);
    this.#subscribe(member, searchParams.getAll(KEYS_PARAM), since);
    return new Response(readable, { headers: HEADERS });
  }

  #subscribe(member: Member, keys: readonly string[], since: string | null): void {
    const frame = { type: "subscribe", id: "events", keys, ...(since === null ? {} : { since }) };
    this.#ports.room.receive(member, JSON.stringify(frame));
  }
}

const HEADERS = {
  "Content-Type": "text/event-stream",
  // What compresses a stream on its way holds it back until a block is full.
  "Cache-Control": "no-store, no-transform",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

function sinkOf(writer: WritableStreamDefaultWriter<Uint8Array>): EventSink {
  const encoder = new TextEncoder();
  // Nobody waits for an end: it fails when the reader went first.
  const ignore = () => {};
  return {
    write: (text) => writer.write(encoder.encode(text)),
    end: () => void writer.close().catch(ignore),
    abort: () => void writer.abort().catch(ignore),
  };
}
