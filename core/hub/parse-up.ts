import type { Ack } from "../protocol/ack";
import { parseCursor } from "../protocol/cursor";
import { type Up, up } from "../protocol/up";
import { readAs } from "../schema/read-as";

/** As our client writes it: most of what comes is this, so it is told without parsing. */
const ACK = /^\{"type":"ack","cursor":"([a-z]{8}:[0-9]{1,16})"\}$/;

/** A frame of the protocol; null for any other text. */
export function parseUp(text: string): Up | null {
  const ack = quickAck(text);
  if (ack) return ack;
  try {
    return readAs(up, JSON.parse(text)) ?? null;
  } catch {
    // Not JSON at all: the same answer as for JSON that is no frame.
    return null;
  }
}

function quickAck(text: string): Ack | null {
  const cursor = ACK.exec(text)?.[1];
  return cursor !== undefined && parseCursor(cursor) ? { type: "ack", cursor } : null;
}
