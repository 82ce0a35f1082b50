import type { SourceDefinition } from "./definition";
import type { SourceState } from "./state";

/** The kinds of source that have no upstream, and that nothing ever asks: people write the keys of the one... */
export const EDITABLE = "editable";
/** ...and programs, with one of the workspace's API keys, those of the other. */
export const PUSH = "push";

export function isWritten(kind: string): boolean {
  return kind === EDITABLE || kind === PUSH;
}

/**
 * The state of such a source, from the moment it is made: there is nothing that could fail. `since`: when it began to be
 * expected, where nothing was written yet.
 */
export function writtenState(
  { name, plan }: Pick<SourceDefinition, "name" | "plan">,
  keys: number,
  since?: number,
): SourceState {
  const expected = plan?.expected;
  const first = since === undefined ? {} : { since };
  return { state: "ok", name, interval: null, ...(expected === undefined ? {} : { expected, ...first }), keys };
}

/** Since when the writes of such a source are expected as often as they are now, of which none has come. */
export function expectedSince({ plan }: Pick<SourceDefinition, "plan">, before: SourceState | undefined, now: number) {
  const isSame = before?.state === "ok" && before.expected === plan?.expected;
  return (isSame ? before.since : undefined) ?? now;
}
