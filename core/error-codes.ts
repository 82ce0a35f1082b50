/** The closed list of what can go wrong. Apart from the sentences: who only reads a code needs none. */
export const errorCodes = [
  "bad_frame",
  "bad_input",
  "bad_pattern",
  "frame_too_large",
  "too_many_patterns",
  "too_many_sockets",
  "rate_limited",
  "conflict",
  "bad_patch",
  "wrong_kind",
  "read_only",
  "value_too_large",
  "too_many_keys",
  "unauthenticated",
  "wrong_origin",
  "forbidden",
  "not_found",
  "upgrade_required",
  "unavailable",
] as const;

export type ErrorCode = (typeof errorCodes)[number];
