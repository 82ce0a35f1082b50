import * as z from "zod/mini";
import { type Down, down } from "../../core/protocol/down";

/** A text as a frame from the server; null where it is none. */
export function parseFrame(text: string): Down | null {
  try {
    const { data: frame } = z.safeParse(down, JSON.parse(text));
    return frame ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
