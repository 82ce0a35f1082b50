import { parseFrame } from "../parse-frame";
import { EventText } from "./event-text";
import type { EventsHeard } from "./http-calls";

/** Reads a response of server-sent events until it ends, says what is no frame, or is aborted. */
export async function hearEvents(open: () => Promise<Response>, on: EventsHeard, signal: AbortSignal): Promise<void> {
  const reader = await open().then(
    ({ ok, body }) => (ok ? body?.getReader() : undefined),
    () => undefined,
  );
  const decoder = new TextDecoder();
  const text = new EventText();
  const hear = (bytes: Uint8Array): boolean => {
    on.heard();
    return text.add(decoder.decode(bytes, { stream: true })).every(({ event, data }) => {
      // What it announces is in the snapshot that follows.
      if (signal.aborted || event === "realtime.reset") return true;
      const frame = parseFrame(data);
      if (frame !== null) on.frame(frame);
      return frame !== null;
    });
  };
  for (let isGood = true; isGood && !signal.aborted; ) {
    const bytes = await next(reader);
    isGood = bytes !== null && !signal.aborted && hear(bytes);
  }
  if (!signal.aborted) on.ended();
}

/** Null at the end, and where the line went down. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | null> {
  try {
    return (await reader?.read())?.value ?? null;
  } catch {
    return null;
  }
}
