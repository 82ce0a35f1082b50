/** What Deltaboard's object is to another Worker; docs/other-workers.md says what it does. Copy this file along. */
export interface Deltaboard {
  subscribe(keys: string[], since: string | null, callback: (frame: Frame) => unknown, as: string): Promise<Subscribed>;
  publish(write: Write, as: string): Promise<Published>;
}

/** Dispose of it, or of the subscription in it, when it is of no more use. */
export type Subscribed = Disposable &
  ({ ok: true; subscription: Subscription } | { ok: false; code: string; message: string });

export interface Subscription extends Disposable {
  /** Settles when the subscription is over; rejects when the object was restarted. */
  ended(): Promise<{ code: number; reason: string }>;
  unsubscribe(): Promise<void>;
}

/** The frames of docs/protocol.md, as far as a reader of plain values needs them. */
export type Frame =
  | { type: "welcome"; cursor: string }
  | { type: "snapshot"; cursor: string; full: boolean; part: number; parts: number; values: Value[]; removed: string[] }
  | { type: "data_update"; cursor: string; updates: (Value | { key: string; rev: number; removed: true })[] }
  | { type: "beat"; at: number }
  | { type: "error"; code: string; message: string }
  | { type: "bye"; code: number; reason: string };

/** Objects, arrays and streams also change by `patch` and `append`. Numbers and texts never do. */
export interface Value {
  key: string;
  rev: number;
  at: number;
  value?: unknown;
}

/** All of it or none. `once`: an id of yours; a write that is sent again under it is answered as before. */
export interface Write {
  values?: Record<string, unknown>;
  remove?: string[];
  events?: { key: string; events: { at?: number; data: unknown }[] };
  ifRev?: number;
  once?: string;
}

export type Published =
  | { ok: true; cursor: string; delivered: number; revs: Record<string, number> }
  | { ok: false; code: string; message: string };
