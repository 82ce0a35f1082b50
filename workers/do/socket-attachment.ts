import * as v from "valibot";
import { presence } from "../../core/protocol/presence";
import { role } from "../../core/protocol/welcome";
import { finite } from "../../core/schema/finite";

/** The principal as the Worker hands it to the object, and as a socket keeps it over hibernation. */
export const principal = v.variant("kind", [
  v.object({
    kind: v.literal("member"),
    userId: v.string(),
    name: v.string(),
    role,
    sessionId: v.string(),
    sessionEnds: finite(),
  }),
  v.object({ kind: v.literal("key"), keyId: v.string(), name: v.string() }),
  v.object({ kind: v.literal("visitor"), address: v.string() }),
]);

const behind = v.object({ cursor: v.object({ epoch: v.string(), seq: finite() }), since: finite() });

/** Per-socket state that survives hibernation (at most 16,384 bytes by the platform; patterns are capped at 6 kB, places come to 3 kB). */
export const socketAttachment = v.object({
  id: v.string(),
  principal,
  /** Of the store that it was told of: what it holds cannot be compared with another's. */
  epoch: v.string(),
  patterns: v.array(v.string()),
  /** Where its pages are. */
  places: v.exactOptional(presence.entries.places),
  behind: v.optional(behind),
  /** When it was heard of, pings aside: a wake is no sign of life. */
  heardAt: v.exactOptional(finite()),
  /** A part of an answer had gone out, and the rest not. */
  unfinished: v.optional(v.literal(true)),
});
export type SocketAttachment = v.InferOutput<typeof socketAttachment>;

/** The header in which the Worker names the principal. The Worker drops whatever a client sent under this name. */
export const PRINCIPAL_HEADER = "x-deltaboard-principal";
