import type { Json } from "../json";
import type { KeyMeta } from "../protocol/parts";
import type { Appended, Misfit, Reply } from "./connector";
import type { Failure } from "./state";

/** A key's value as a refresh found it, under its full name. */
export interface KeyReading {
  readonly key: string;
  readonly value: Json;
  readonly meta: KeyMeta;
  /** It may hold anything: a value of another type is no drift. */
  readonly anything?: true;
}

/** What a refresh appends to a stream. */
export interface KeyEvents extends Pick<Appended, "events" | "meta"> {
  readonly key: string;
}

/** What a refresh cost: questions to upstreams, and bytes of text that they answered. One, and unknown, if not said. */
export interface Cost {
  readonly calls?: number;
  readonly bytes?: number;
}

/** What one refresh of a source came to. */
export type Refresh = Cost &
  (
    | {
        readonly ok: true;
        readonly readings: readonly KeyReading[];
        /** Events for streams, under their full names. */
        readonly appends?: readonly KeyEvents[];
        /** What was left out, and why, as sentences. */
        readonly notes?: readonly string[];
        readonly misfits?: readonly Misfit[];
        /** The upstream said that nothing has changed since the last refresh, and there are no readings. */
        readonly unchanged?: true;
        readonly reply?: Reply;
      }
    | { readonly ok: false; readonly failure: Failure; readonly retryAfter?: number; readonly reply?: Reply }
  );
