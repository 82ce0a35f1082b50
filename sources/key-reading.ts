import type { Json } from "../core/json";
import type { KeyMeta } from "../core/protocol/parts";
import type { Failure } from "../core/sources/state";

/** One key of a source under its full name, as the object keeps it: `node.cpu.0`. */
export interface KeyReading {
  readonly key: string;
  readonly value: Json;
  readonly meta: KeyMeta;
}

/** What came of reading a source once. `notes` say what was left out, and why. */
export type SourceOutcome =
  | { readonly ok: true; readonly readings: readonly KeyReading[]; readonly notes: readonly string[] }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Milliseconds the upstream asked us to wait. */
      readonly retryAfter?: number;
    };
