/** One event as it was sent, without what is of use to an `EventSource` only. */
export interface SentEvent {
  readonly event: string;
  readonly data: string;
}

/** The text of a stream of server-sent events, as it comes in pieces, into events. */
export class EventText {
  #rest = "";

  /** The events that this piece completes. */
  add(piece: string): SentEvent[] {
    const blocks = (this.#rest + piece).split("\n\n");
    this.#rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => eventOf(block) ?? []);
  }
}

/** Null for a comment and for a mere `retry`. */
function eventOf(block: string): SentEvent | null {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const [event, data] = [fields.get("event"), fields.get("data")];
  return event === undefined || data === undefined ? null : { event, data };
}
