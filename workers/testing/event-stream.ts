import { exports } from "cloudflare:workers";
import * as v from "valibot";
import { type Down, down } from "../../core/protocol/down";

/** One event as an EventSource would hand it over. */
export interface HeardEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** A reader's end of an event stream, read as curl would: what came so far, and whether it has ended. */
export interface StreamReader {
  readonly response: Response;
  readonly events: HeardEvent[];
  /** All text so far. */
  text: string;
  ended: boolean;
  of<T extends Down["type"]>(type: T): Extract<Down, { type: T }>[];
  /** Goes away. */
  cancel(): Promise<void>;
}

/** A GET of something live, whoever asks. */
export function get(path: string, headers: HeadersInit): Promise<Response> {
  return exports.default.fetch(`http://localhost:8787/live/${path}`, { headers });
}

/** Takes the body of an event stream and reads it as it comes. */
export function streamOf(response: Response): StreamReader {
  if (response.status !== 200 || !response.body) throw new Error(`no stream: ${response.status}`);
  const body: ReadableStreamDefaultReader<unknown> = response.body.getReader();
  const events: HeardEvent[] = [];
  const reader: StreamReader = {
    response,
    events,
    text: "",
    ended: false,
    of: <T extends Down["type"]>(type: T) =>
      events
        .filter(({ event }) => event === type)
        .map(({ data }) => v.parse(down, JSON.parse(data)))
        .filter((frame): frame is Extract<Down, { type: T }> => frame.type === type),
    cancel: () => body.cancel(),
  };
  void readAll(body, reader);
  return reader;
}

async function readAll(body: ReadableStreamDefaultReader<unknown>, reader: StreamReader): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  // Whoever cancels has ended it.
  const ended = () => ({ done: true, value: undefined }) as const;
  for (;;) {
    const { done, value } = await body.read().catch(ended);
    if (done || !(value instanceof Uint8Array)) break;
    const text = decoder.decode(value, { stream: true });
    reader.text += text;
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parsed(block);
      if (event) reader.events.push(event);
    }
  }
  reader.ended = true;
}

/** Null for a comment or a mere `retry`. */
function parsed(block: string): HeardEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
  }
  const [event, data] = [fields.get("event"), fields.get("data")];
  return event === undefined || data === undefined ? null : { event, id: fields.get("id") ?? null, data };
}
