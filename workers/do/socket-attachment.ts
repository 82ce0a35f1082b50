import * as z from "zod/mini";
import { presence } from "../../core/protocol/presence";
import { role } from "../../core/protocol/welcome";

/** The principal as the Worker hands it to the object, and as a socket keeps it over hibernation. */
export const principal = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("member"),
    userId: z.string(),
    name: z.string(),
    role,
    sessionId: z.string(),
    sessionEnds: z.number(),
  }),
  z.object({ kind: z.literal("key"), keyId: z.string(), name: z.string() }),
  z.object({ kind: z.literal("visitor"), address: z.string() }),
]);

const behind = z.object({ cursor: z.object({ epoch: z.string(), seq: z.number() }), since: z.number() });

/** Per-socket state that survives hibernation (at most 16,384 bytes by the platform; patterns are capped at 6 kB, places come to 3 kB). */
export const socketAttachment = z.object({
  id: z.string(),
  principal,
  /** Of the store that it was told of: what it holds cannot be compared with another's. */
  epoch: z.string(),
  patterns: z.array(z.string()),
  /** Where its pages are. */
  places: z.exactOptional(presence.shape.places),
  behind: z.optional(behind),
  /** When it was heard of, pings aside: a wake is no sign of life. */
  heardAt: z.exactOptional(z.number()),
  /** A part of an answer had gone out, and the rest not. */
  unfinished: z.optional(z.literal(true)),
});
export type SocketAttachment = z.infer<typeof socketAttachment>;

/** The header in which the Worker names the principal. The Worker drops whatever a client sent under this name. */
export const PRINCIPAL_HEADER = "x-deltaboard-principal";
