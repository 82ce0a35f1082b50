import type { Outbox } from "./outbox";

/** What the core needs of a connection. Real: a hibernating socket. Fake: core/testing. */
export interface Outlet {
  /** How many frames may be on their way at once, where that is fewer than the limits say: 1 where each is waited for. */
  readonly frames?: number;
  send(frame: string): void;
  close(code: number, reason: string): void;
}

/** One reader: what it asked for, and what it may read. */
export interface Subscriber {
  readonly id: string;
  readonly outbox: Outbox;
  /** Patterns the principal may read, of those that concern what is asked: as readableKeys. */
  readonly readable: (asked: readonly string[]) => readonly string[];
  /** Patterns asked for, in the order they came. */
  readonly patterns: Set<string>;
}
