import * as v from "valibot";
import { type KeyLog, keyLog } from "../../../core/keys/key-log";

/** Asks the server for a key's last changes. Null: it could not be asked just now, or nobody wants to know any more. */
export async function fetchLog(slug: string, key: string, signal: AbortSignal): Promise<KeyLog | null> {
  try {
    const response = await fetch(`/w/${slug}/keys/${key}/changes`, { signal });
    return response.ok ? v.parse(keyLog, await response.json()) : null;
  } catch (error) {
    // A TypeError is how fetch says that there is no network; anything else is a defect.
    if (signal.aborted || error instanceof TypeError) return null;
    throw error;
  }
}
