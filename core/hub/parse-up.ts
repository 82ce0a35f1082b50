import { type Up, up } from "../protocol/up";

/** A frame of the protocol; null for any other text. */
export function parseUp(text: string): Up | null {
  try {
    const parsed = up.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON at all: the same answer as for JSON that is no frame.
    return null;
  }
}
