import { diffWorthSending } from "../../core/delta/diff-worth-sending";
import type { Json } from "../../core/json";
import type { SetFrame } from "../../core/protocol/set";
import type { WriteOutcome } from "./writes";

/** What somebody wants of a key: from what it holds (undefined: there is none) to what it should; the same for no change. */
export type Intent = (current: Json | undefined) => Json | undefined;

/** A key as it stands; rev 0 where there is none. */
export interface Standing {
  readonly rev: number;
  readonly value: Json | undefined;
}

type Set = (change: Omit<SetFrame, "type" | "id" | "key">) => Promise<WriteOutcome>;

/** More conflicts in a row are no accident: each one means that somebody else was faster within one round trip. */
const MAX_TRIES = 12;

/**
 * Carries an intent out over whatever the key holds by the time it arrives: where somebody was faster, the intent is
 * applied to what they made. Null once it is done, or where there is nothing to do; otherwise why it was refused.
 */
export async function setRebased(set: Set, held: Standing, intent: Intent): Promise<string | null> {
  let standing = held;
  for (let tries = 1; ; tries++) {
    const next = intent(standing.value);
    if (next === undefined || next === standing.value) return null;
    const outcome = await set(changeOver(standing, next));
    if (outcome.ok) return null;
    if (outcome.code !== "conflict" || !outcome.current || tries === MAX_TRIES) return outcome.message;
    const { rev, value } = outcome.current;
    standing = { rev, value: rev === 0 ? undefined : value };
  }
}

/** A patch where that is smaller, otherwise the value; over the rev that it was made from. */
function changeOver({ rev, value }: Standing, next: Json): Omit<SetFrame, "type" | "id" | "key"> {
  const patch = value === undefined ? null : diffWorthSending(value, next);
  return patch === null ? { value: next, ifRev: rev } : { patch: [...patch], ifRev: rev };
}
