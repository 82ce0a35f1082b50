import * as z from "zod/mini";
import { cursor, time } from "./parts";

export const role = z.enum(["owner", "admin", "editor", "viewer"]);
export type Role = z.infer<typeof role>;

/** Bytes are UTF-16 units of JSON text. */
const limits = z.object({
  /** Of a client's frame. */
  frameBytes: z.number(),
  /** Of all patterns of a connection together. */
  patternBytes: z.number(),
  messagesAMinute: z.number(),
  /** Of those that do not count as messages: `ack` and `unsubscribe`. */
  quietMessagesAMinute: z.number(),
  valueBytes: z.number(),
  /** Of a workspace. */
  keys: z.number(),
  /** Unacknowledged frames and bytes past which a reader is behind; the bytes of all readers of the object together. */
  outstandingFrames: z.number(),
  outstandingBytes: z.number(),
  outstandingBytesOfAll: z.number(),
  socketsAUser: z.number(),
  /** Of visitors, who have no account to count by. */
  socketsAnAddress: z.number(),
  /** Of the object. */
  sockets: z.number(),
});

/** The first frame on a socket: who the server takes the caller for, where the store stands, what is allowed. */
export const welcome = z.object({
  type: z.literal("welcome"),
  version: z.number(),
  cursor,
  principal: z.object({
    kind: z.enum(["member", "key", "visitor"]),
    id: z.string(),
    name: z.string(),
    role: z.optional(role),
  }),
  limits,
  /** Send the text `ping` this often, in milliseconds; the runtime answers `pong`. */
  pingEvery: z.number(),
  serverTime: time,
  sessionEnds: z.optional(time),
});
export type Welcome = z.infer<typeof welcome>;
