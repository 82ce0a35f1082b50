/** A frame that moves its reader to a cursor, and is counted as arrived. */
export interface Move {
  readonly type: "data_update" | "snapshot";
  readonly cursor: string;
  /** Of a snapshot; null for a step. */
  readonly part: number | null;
  /** Whether a reader that has applied it stands at its cursor. */
  readonly isWhole: boolean;
  /** Why a snapshot could not go on where the reader stood. */
  readonly reason: string | null;
}

const TYPE = /^\{"type":"([a-z_]+)"/;
const STEP = /^\{"type":"data_update","from":"[^"]+","cursor":"([^"]+)"/;
const PART =
  /^\{"type":"snapshot","id":"[^"\\]*","cursor":"([^"]+)","full":(?:true|false)(?:,"reason":"([a-z]+)")?,"part":(\d+),"parts":(\d+)/;

/**
 * What an event stream needs to know of a frame: where it moves to, or its mere type. Read off the beginning of the text,
 * since a frame may have megabytes and is written once for many readers. Those who write frames put these members first
 * (hub/answer.ts, hub/make-updates.ts, hub/catch-up.ts), which a test holds.
 */
export function frameHead(frame: string): Move | { readonly type: string; readonly cursor: null } {
  const step = STEP.exec(frame)?.[1];
  if (step !== undefined) return { type: "data_update", cursor: step, part: null, isWhole: true, reason: null };
  const [, cursor, reason = null, part, parts] = PART.exec(frame) ?? [];
  if (cursor !== undefined) return { type: "snapshot", cursor, part: Number(part), isWhole: part === parts, reason };
  return { type: TYPE.exec(frame)?.[1] ?? "message", cursor: null };
}
