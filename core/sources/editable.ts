import type { SourceState } from "./state";

/** The kind of source that has no upstream: people write its keys, and nothing ever asks it. */
export const EDITABLE = "editable";

/** Its state, from the moment it is made: there is nothing that could be late or fail. */
export function editableState(name: string, keys: number): SourceState {
  return { state: "ok", name, interval: null, keys };
}
