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

/**
 * The client sends `ping` this often (milliseconds); an idle socket may die without a close frame otherwise. After 2.5
 * of them without an answer the page says so: about when the values of a source that is read each 5 s are stale.
 */
export const PING_EVERY = 10_000;
/** A socket that was silent for this long (milliseconds) is taken for dead. Timers of a hidden tab fire once a minute. */
export const SILENT_FOR = 75_000;
/** A reader that is behind and shows no progress for this long (milliseconds) is closed. */
export const TOO_SLOW_AFTER = 30_000;
/** Requests of one reader that may wait for an answer that is being sent in parts. */
export const MAX_WAITING_REQUESTS = 64;
