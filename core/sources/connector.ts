import type { Json } from "../json";
import type { KeyMeta } from "../protocol/parts";
import type { Look } from "./look";
import type { Failure } from "./state";

/** One key as a connector found it. `path` is joined to the source's slug: `cpu.0` of `node` is `node.cpu.0`. */
export interface Reading {
  readonly path: string;
  readonly value: Json;
  readonly meta: KeyMeta;
  /** The settings say that it may hold anything: a value of another type is no drift. */
  readonly anything?: true;
}

/**
 * What the settings name and this answer does not have, or has as something else. `path` is a key's, or that of all
 * keys below it. What was held of it stays, and the source says so.
 */
export interface Misfit {
  readonly path: string;
  /** What is wrong, as part of a sentence that begins with the path. The same as long as it is the same trouble. */
  readonly message: string;
}

/** Events for the stream at this path; none of them keeps it as it is, or makes an empty one. */
export interface Appended {
  readonly path: string;
  /** Oldest first, 1,000 at most. `at`: milliseconds since 1970; the time of the refresh where it is not said. */
  readonly events: readonly { readonly at?: number; readonly data: Json }[];
  readonly meta: KeyMeta & { readonly kind: "stream" };
}

/** Of a trial: the answer that the keys are made of. `cut`: lists and texts of it were shortened. */
export interface Reply {
  readonly body: Json;
  readonly cut: boolean;
}

/**
 * What came of one refresh. Expected failures are values; what is thrown is a defect and becomes `internal`. `Kept` is
 * what the connector wants to be given at the next refresh of the same source; it does not outlive the object's memory.
 */
export type Outcome<Kept = never> =
  | {
      readonly ok: true;
      readonly readings: readonly Reading[];
      readonly appends?: readonly Appended[];
      readonly notes?: readonly string[];
      readonly misfits?: readonly Misfit[];
      /** The upstream said that nothing has changed since the refresh that `kept` came from. There are no readings. */
      readonly unchanged?: true;
      readonly kept?: Kept;
      readonly reply?: Reply;
    }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Milliseconds the upstream asked us to wait (Retry-After). */
      readonly retryAfter?: number;
      readonly reply?: Reply;
    };

/** The guarded way out that every connector is handed: address rules, redirects, size and time are its business. */
export interface Egress {
  get(request: EgressRequest): Promise<EgressReply>;
  /** One question to a database, which can change nothing there. Absent where no database may be asked. */
  readonly query?: (request: QueryRequest) => Promise<QueryReply>;
}

export interface QueryRequest {
  /** `postgres://user:password@host/database`, or the name of what the operator bound: `hyperdrive:SQL_X`, `d1:SQL_X`. */
  readonly database: string;
  readonly query: string;
  /** Milliseconds from the connection to the last row. */
  readonly timeout: number;
  readonly maxRows: number;
  /** Characters of values at most. */
  readonly maxBytes: number;
}

export type QueryReply =
  | {
      readonly ok: true;
      readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
      /** Each has a value for each column. */
      readonly rows: readonly (readonly Json[])[];
      /** There are more rows than were asked for. */
      readonly more: boolean;
    }
  | { readonly ok: false; readonly failure: Failure };

export interface EgressRequest {
  readonly url: string;
  /** What is posted, as text. Without it the question is a GET. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole exchange, body included. */
  readonly timeout: number;
  /** Bytes of body read at most, counted after decompression. */
  readonly maxBytes: number;
  /** Statuses of refusals whose answers say why: they are read like any other. */
  readonly alsoRead?: readonly number[];
}

export type EgressReply =
  | {
      readonly ok: true;
      /** 200 to 299, or 304 where the request has a condition (RFC 9110, 13). */
      readonly status: number;
      readonly contentType: string;
      readonly text: string;
      /** Of the answer, those of these that it has. */
      readonly headers?: Readonly<Partial<Record<ReplyHeader, string>>>;
      /** Where the answer came from, after redirects: what relative links in it are relative to. */
      readonly url?: string;
    }
  | { readonly ok: false; readonly failure: Failure; readonly retryAfter?: number };

export type ReplyHeader = "etag" | "last-modified" | "link";

/** A kind of source: what it is set up with, and how one refresh reads it. */
export interface Connector<Settings, Kept = never> {
  readonly kind: string;
  /** Throws nothing: settings that do not fit come back as `bad_settings` with the field in the message. */
  parseSettings(settings: unknown): { ok: true; settings: Settings } | { ok: false; failure: Failure };
  /** `kept`: of the refresh before, where that was good and what it brought is held. */
  read(settings: Settings, egress: Egress, look: Look, kept?: Kept): Promise<Outcome<Kept>>;
  /** The member that tells apart the rows of the key at this path, where the settings name one. */
  rowKey?(settings: Settings, path: string): string | undefined;
}
