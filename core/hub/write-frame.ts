import { formatCursor } from "../protocol/cursor";
import type { Done } from "../protocol/done";
import type { ErrorFrame } from "../protocol/error";
import type { WriteAnswer } from "./writes";

/** The frame that answers the write `id`. */
export function writeFrame(id: string, answer: WriteAnswer): Done | ErrorFrame {
  if ("done" in answer) {
    const { cursor, rev } = answer.done;
    return { type: "done", id, cursor: formatCursor(cursor), rev };
  }
  const { code, message, retry } = answer.refused;
  const { current, after } = answer;
  const more = { ...(current ? { current: { ...current } } : {}), ...(after === undefined ? {} : { after }) };
  return { type: "error", id, code, message, retry, ...more };
}
