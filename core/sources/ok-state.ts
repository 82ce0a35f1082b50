import type { Drift, SourceState } from "./state";

/** The state of a source whose last answer was good. `interval` in milliseconds. */
export function okState(name: string, interval: number, keys: number, drift: readonly Drift[]): SourceState {
  return { state: "ok", name, interval, keys, ...(drift.length === 0 ? {} : { drift: [...drift] }) };
}
