import type { Ending } from "../connection-state";

/** As a browser calls it when a line went without a word (RFC 6455, 7.1.5). */
export const lost: Ending = { kind: "closed", code: 1006, reason: "", after: 0 };
