import { type Down, down } from "../../core/protocol/down";
import { readAs } from "../../core/schema/read-as";

/** A text as a frame from the server; null where it is none. */
export function parseFrame(text: string): Down | null {
  try {
    const frame = readAs(down, JSON.parse(text));
    return frame ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
