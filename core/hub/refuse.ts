import type { ErrorCode } from "../error-codes";
import { LiveError } from "../errors";
import type { ErrorFrame } from "../protocol/error";
import type { Subscriber } from "./subscriber";
import { tell } from "./tell";

/** Says that a request is refused and has changed nothing. */
export function refuse(
  reader: Pick<Subscriber, "outbox">,
  code: ErrorCode,
  more: Partial<Pick<ErrorFrame, "id" | "message" | "current">> = {},
): void {
  const { message, retry } = new LiveError(code);
  tell(reader, { type: "error", code, message, retry, ...more });
}
