import type { ErrorCode } from "../../error-codes";
import type { FullReason } from "../../protocol/snapshot";

/** What a frame gets. An error alone leaves the socket open and changes nothing. */
export type Outcome =
  | { readonly error: ErrorCode; readonly closes?: number }
  /** Not wrong, only odd: a full answer and its reason, or without one where nothing is said of why. */
  | { readonly snapshot: FullReason }
  | { readonly says: "unsubscribed" | "done" | "nothing" };

/** A message that no honest client sends, and what it gets. `sent`: bytes are a binary message. */
export interface BadFrame {
  readonly name: string;
  readonly sent: string | Uint8Array;
  readonly outcome: Outcome;
}

export const refused: Outcome = { error: "bad_frame" };

export function frame(name: string, sent: unknown, outcome: Outcome = refused): BadFrame {
  return { name, sent: JSON.stringify(sent), outcome };
}

export function text(name: string, sent: string, outcome: Outcome = refused): BadFrame {
  return { name, sent, outcome };
}
