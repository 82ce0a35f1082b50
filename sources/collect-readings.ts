import type { Outcome, Reading } from "../core/sources/connector";
import { failed, quote } from "./failure";
import { MAX_KEYS } from "./key-limit";

/** A reading with what upstream calls it, for the sentence when two of them meet. */
export interface NamedReading extends Reading {
  readonly origin: string;
}

/** The readings as an outcome: within the limit, and no two under one path. */
export function collectReadings(named: readonly NamedReading[]): Outcome {
  if (named.length > MAX_KEYS) {
    return failed("too_many_keys", `The answer makes ${named.length} keys; ${MAX_KEYS} is the most a source can have.`);
  }
  const origins = new Map<string, string>();
  for (const { path, origin } of named) {
    const first = origins.get(path);
    if (first !== undefined) return failed("key_collision", collision(first, origin, path));
    origins.set(path, origin);
  }
  return { ok: true, readings: named.map(withoutOrigin) };
}

/** What upstream calls it is for the sentence above only. */
function withoutOrigin(named: NamedReading): Reading {
  const { path, value, meta, anything } = named;
  return { path, value, meta, ...(anything ? { anything } : {}) };
}

function collision(first: string, second: string, path: string): string {
  if (first === second) return `${quote(first)} is there twice.`;
  return `${quote(first)} and ${quote(second)} both make the key ${quote(path)}.`;
}
