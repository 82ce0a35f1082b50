import * as z from "zod/mini";
import { cursor, time } from "./parts";

export const role = z.enum(["owner", "admin", "editor", "viewer"]);
export type Role = z.infer<typeof role>;

/** The first frame on a socket: who the server takes the caller for, where the store stands, what is allowed. */
export const welcome = z.object({
  type: z.literal("welcome"),
  version: z.number(),
  cursor,
  principal: z.object({
    kind: z.enum(["member", "visitor"]),
    id: z.string(),
    name: z.string(),
    role: z.optional(role),
  }),
  limits: z.object({ frameBytes: z.number(), patternsAFrame: z.number(), patternBytes: z.number() }),
  /** Send the text `ping` this often, in milliseconds; the runtime answers `pong`. */
  pingEvery: z.number(),
  serverTime: time,
  sessionEnds: z.optional(time),
});
export type Welcome = z.infer<typeof welcome>;
