/** What one connection may do; announced in `welcome`. Bytes are UTF-16 units of JSON text. */
export interface Limits {
  readonly frameBytes: number;
  readonly patternsAFrame: number;
  readonly patternBytes: number;
  readonly messagesAMinute: number;
  readonly socketsAUser: number;
  /** Of visitors, who have no account to count by. */
  readonly socketsAnAddress: number;
  readonly sockets: number;
}

export const defaultLimits: Limits = {
  frameBytes: 64 * 1024,
  patternsAFrame: 64,
  // Patterns live in the socket's attachment, of which the platform keeps 16,384 bytes.
  patternBytes: 6 * 1024,
  messagesAMinute: 100,
  socketsAUser: 20,
  socketsAnAddress: 50,
  sockets: 2_000,
};

/** The client sends `ping` this often (milliseconds); an idle socket may die without a close frame otherwise. */
export const PING_EVERY = 25_000;
