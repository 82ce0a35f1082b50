import type { ErrorCode } from "../error-codes";
import type { CloseReason } from "../protocol/bye";
import type { Up } from "../protocol/up";
import type { Limits } from "./limits";
import type { Member } from "./members";
import { parseUp } from "./parse-up";

/** Why a text is not obeyed, and what closes the connection for it, if anything. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message?: string;
  readonly closes?: { readonly why: CloseReason; readonly reason: string };
}

/** What a text of a client comes to, within what it may send. */
export function hear(member: Member, text: string, limits: Limits, now: number): Up | Refusal {
  if (text.length > limits.frameBytes) {
    const message = `A frame may have ${limits.frameBytes} characters.`;
    return { code: "frame_too_large", message, closes: { why: "bad_frame", reason: "frame too large" } };
  }
  if (!member.texts.take(now, limits.messagesAMinute + limits.quietMessagesAMinute)) return flooded(limits);
  const frame = parseUp(text);
  const isQuiet = frame?.type === "ack" || frame?.type === "unsubscribe";
  if (!isQuiet && !member.messages.take(now, limits.messagesAMinute)) return flooded(limits);
  return frame ?? { code: "bad_frame" };
}

export function flooded({ messagesAMinute }: Limits): Refusal {
  const message = `At most ${messagesAMinute} messages a minute.`;
  return { code: "rate_limited", message, closes: { why: "rate_limited", reason: "too many messages" } };
}
