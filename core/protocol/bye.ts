import * as v from "valibot";
import { finite } from "../schema/finite";

/** Sent before a planned close, so that the reason is readable where a close reason is not. */
export const bye = v.object({
  type: v.literal("bye"),
  code: finite(),
  reason: v.string(),
  after: v.optional(finite()),
});
export type Bye = v.InferOutput<typeof bye>;

/** 4000–4499: come back. 4500–4999: stay away. */
export const closeCodes = {
  restarting: 4000,
  session_expired: 4001,
  rights_changed: 4003,
  too_slow: 4008,
  epoch_changed: 4010,
  silent: 4012,
  rate_limited: 4029,
  bad_frame: 4500,
  session_revoked: 4501,
  forbidden: 4503,
  too_many_connections: 4504,
} as const;
export type CloseReason = keyof typeof closeCodes;
export const closeReasons = Object.keys(closeCodes) as CloseReason[];

export function mayComeBack(code: number): boolean {
  return code < 4500;
}
