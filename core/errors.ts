import type { ErrorCode } from "./error-codes";

/**
 * The closed list of what can go wrong for a reader or a writer. The code is stable: clients, docs and metrics depend
 * on it. The sentence says what happened, and where there is something to do, what to do next.
 */
export const errors = {
  bad_frame: { status: 400, retry: "never", text: "The frame is not one of the protocol's. See docs/protocol.md." },
  bad_input: { status: 400, retry: "never", text: "The request is not valid." },
  bad_pattern: { status: 400, retry: "never", text: "A key pattern is not valid." },
  frame_too_large: { status: 413, retry: "never", text: "The frame is larger than the limit." },
  too_many_patterns: { status: 400, retry: "never", text: "The connection asks for more patterns than the limit." },
  too_many_sockets: { status: 429, retry: "later", text: "Too many connections are open. Close one and try again." },
  rate_limited: { status: 429, retry: "later", text: "Too many messages. Wait a moment." },
  conflict: { status: 412, retry: "now", text: "The value has changed meanwhile. Look at it and write again." },
  bad_patch: { status: 400, retry: "never", text: "The patch does not fit the value." },
  wrong_kind: { status: 409, retry: "never", text: "Events are appended to a stream; any other key is set." },
  read_only: { status: 403, retry: "never", text: "This key is written by its source alone." },
  value_too_large: { status: 413, retry: "never", text: "The value is larger than the limit." },
  too_many_keys: { status: 409, retry: "never", text: "The workspace holds as many keys as it may." },
  unauthenticated: { status: 401, retry: "never", text: "Sign in first." },
  wrong_origin: { status: 403, retry: "never", text: "This page may not open a connection here." },
  forbidden: { status: 403, retry: "never", text: "Your role does not allow this." },
  not_found: { status: 404, retry: "never", text: "There is nothing here, or not for you." },
  upgrade_required: { status: 426, retry: "never", text: "Open this address as a WebSocket with deltaboard.v1." },
  unavailable: { status: 503, retry: "later", text: "The server could not answer just now." },
} as const satisfies Record<ErrorCode, { status: number; retry: Retry; text: string }>;

export type Retry = "never" | "now" | "later";

/** A failure with a stable code. `message` is fit for people; `detail` replaces the list's sentence where more is known. */
export class LiveError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ?? errors[code].text, options);
    this.name = "LiveError";
    this.code = code;
  }

  get retry(): Retry {
    return errors[this.code].retry;
  }

  get status(): number {
    return errors[this.code].status;
  }
}
