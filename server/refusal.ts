import { data } from "react-router";
import type { ErrorCode } from "../core/error-codes";
import { errors } from "../core/errors";

/** What error pages read: our words, never an exception's. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

/** To be thrown by a loader, an action or middleware: the nearest error boundary shows it with the code's status. */
export function refusal(code: ErrorCode, detail?: string) {
  const body: Refusal = { code, message: detail ?? errors[code].text };
  return data(body, { status: errors[code].status });
}
