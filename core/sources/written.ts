import type { SourceState } from "./state";

/** The kinds of source that have no upstream, and that nothing ever asks: people write the keys of the one... */
export const EDITABLE = "editable";
/** ...and programs, with one of the workspace's API keys, those of the other. */
export const PUSH = "push";

export function isWritten(kind: string): boolean {
  return kind === EDITABLE || kind === PUSH;
}

/** The state of such a source, from the moment it is made: there is nothing that could be late or fail. */
export function writtenState(name: string, keys: number): SourceState {
  return { state: "ok", name, interval: null, keys };
}
