import type { SourceDefinition } from "./definition";
import type { SourceState } from "./state";

/** The kinds of source that have no upstream, and that nothing ever asks: people write the keys of the one... */
export const EDITABLE = "editable";
/** ...and programs, with one of the workspace's API keys, those of the other. */
export const PUSH = "push";

export function isWritten(kind: string): boolean {
  return kind === EDITABLE || kind === PUSH;
}

/** The state of such a source, from the moment it is made: there is nothing that could fail. */
export function writtenState({ name, plan }: Pick<SourceDefinition, "name" | "plan">, keys: number): SourceState {
  const expected = plan?.expected;
  return { state: "ok", name, interval: null, ...(expected === undefined ? {} : { expected }), keys };
}
