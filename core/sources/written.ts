import type { SourceDefinition } from "./definition";
import type { SourceState } from "./state";

/** The kinds of source that have no upstream, and that nothing ever asks: people write the keys of the one... */
export const EDITABLE = "editable";
/** ...and programs, with one of the workspace's API keys, those of the other. */
export const PUSH = "push";

export function isWritten(kind: string): boolean {
  return kind === EDITABLE || kind === PUSH;
}

/** How far apart writes of such a source are expected, in milliseconds; undefined where nobody expects any. */
export function expectedOf({ kind, plan }: Pick<SourceDefinition, "kind" | "plan">): number | undefined {
  return isWritten(kind) ? plan?.expected : undefined;
}

/** The state of such a source, from the moment it is made: there is nothing that could fail. */
export function writtenState(source: Pick<SourceDefinition, "kind" | "name" | "plan">, keys: number): SourceState {
  const expected = expectedOf(source);
  return { state: "ok", name: source.name, interval: null, ...(expected === undefined ? {} : { expected }), keys };
}
