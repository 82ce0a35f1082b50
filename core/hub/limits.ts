import type { Welcome } from "../protocol/welcome";

/** What one connection may do; announced in `welcome`, settable. Bytes are UTF-16 units of JSON text. */
export type Limits = Welcome["limits"];

export const defaultLimits: Limits = {
  frameBytes: 64 * 1024,
  // Patterns live in the socket's attachment, of which the platform keeps 16,384 bytes.
  patternBytes: 6 * 1024,
  messagesAMinute: 100,
  // A reader that is sent 40 frames a second acknowledges each 32nd: 75 a minute.
  quietMessagesAMinute: 1_200,
  valueBytes: 256 * 1024,
  keys: 10_000,
  outstandingFrames: 64,
  outstandingBytes: 256 * 1024,
  outstandingBytesOfAll: 32 * 1024 * 1024,
  socketsAUser: 20,
  socketsAnAddress: 50,
  sockets: 2_000,
};

/** The client sends `ping` this often (milliseconds); an idle socket may die without a close frame otherwise. */
export const PING_EVERY = 25_000;
/** A socket that was silent for this long (milliseconds: three pings) is taken for dead. */
export const SILENT_FOR = 3 * PING_EVERY;
/** A reader that is behind and shows no progress for this long (milliseconds) is closed. */
export const TOO_SLOW_AFTER = 30_000;
/** Requests of one reader that may wait for an answer that is being sent in parts. */
export const MAX_WAITING_REQUESTS = 64;
