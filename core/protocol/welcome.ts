import * as v from "valibot";
import { finite } from "../schema/finite";
import { cursor, time } from "./parts";

export const role = v.picklist(["owner", "admin", "editor", "viewer"]);
export type Role = v.InferOutput<typeof role>;

/** Bytes are UTF-16 units of JSON text. */
const limits = v.object({
  /** Of a client's frame. */
  frameBytes: finite(),
  /** Of all patterns of a connection together. */
  patternBytes: finite(),
  messagesAMinute: finite(),
  /** Of those that do not count as messages: `ack` and `unsubscribe`. */
  quietMessagesAMinute: finite(),
  valueBytes: finite(),
  /** Of a workspace. */
  keys: finite(),
  /** Unacknowledged frames and bytes past which a reader is behind; the bytes of all readers of the object together. */
  outstandingFrames: finite(),
  outstandingBytes: finite(),
  outstandingBytesOfAll: finite(),
  socketsAUser: finite(),
  /** Of visitors, who have no account to count by. */
  socketsAnAddress: finite(),
  /** Of the object. */
  sockets: finite(),
});

/** The first frame on a socket: who the server takes the caller for, where the store stands, what is allowed. */
export const welcome = v.object({
  type: v.literal("welcome"),
  version: finite(),
  cursor,
  principal: v.object({
    kind: v.picklist(["member", "key", "visitor"]),
    id: v.string(),
    name: v.string(),
    role: v.optional(role),
  }),
  limits,
  /** Send the text `ping` this often, in milliseconds; the runtime answers `pong`. */
  pingEvery: finite(),
  serverTime: time,
  sessionEnds: v.optional(time),
});
export type Welcome = v.InferOutput<typeof welcome>;
