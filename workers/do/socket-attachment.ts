import * as z from "zod/mini";
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
  z.object({ kind: z.literal("visitor"), address: z.string() }),
]);

/** Per-socket state that survives hibernation (at most 16,384 bytes by the platform; patterns are capped at 6 kB). */
export const socketAttachment = z.object({ id: z.string(), principal, patterns: z.array(z.string()) });

/** The header in which the Worker names the principal. The Worker drops whatever a client sent under this name. */
export const PRINCIPAL_HEADER = "x-deltaboard-principal";
