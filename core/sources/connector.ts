import type { Json } from "../json";
import type { KeyMeta } from "../protocol/parts";
import type { Failure } from "./state";

/** One key as a connector found it. `path` is joined to the source's slug: `cpu.0` of `node` is `node.cpu.0`. */
export interface Reading {
  readonly path: string;
  readonly value: Json;
  readonly meta: KeyMeta;
}

/** What came of one refresh. Expected failures are values; what is thrown is a defect and becomes `internal`. */
export type Outcome =
  | { readonly ok: true; readonly readings: readonly Reading[]; readonly notes?: readonly string[] }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Milliseconds the upstream asked us to wait (Retry-After). */
      readonly retryAfter?: number;
    };

/** The guarded way out that every connector is handed: address rules, redirects, size and time are its business. */
export interface Egress {
  get(request: EgressRequest): Promise<EgressReply>;
}

export interface EgressRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole exchange, body included. */
  readonly timeout: number;
  /** Bytes of body read at most, counted after decompression. */
  readonly maxBytes: number;
}

export type EgressReply =
  | { readonly ok: true; readonly status: number; readonly contentType: string; readonly text: string }
  | { readonly ok: false; readonly failure: Failure; readonly retryAfter?: number };

/** A kind of source: what it is set up with, and how one refresh reads it. */
export interface Connector<Settings> {
  readonly kind: string;
  /** Throws nothing: settings that do not fit come back as `bad_settings` with the field in the message. */
  parseSettings(settings: unknown): { ok: true; settings: Settings } | { ok: false; failure: Failure };
  read(settings: Settings, egress: Egress): Promise<Outcome>;
  /** The member that tells apart the rows of the key at this path, where the settings name one. */
  rowKey?(settings: Settings, path: string): string | undefined;
}
