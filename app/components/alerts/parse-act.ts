import type { AlertAct } from "../../../core/alerts/act";
import { silences } from "../../../core/alerts/silences";

/** What a button of a form says is to be done: "acknowledge", "silence 900000"; null where that is nothing. */
export function parseAct(text: string): AlertAct | null {
  if (text === "acknowledge" || text === "unacknowledge" || text === "unsilence") return { act: text };
  const lasts = silences.find((one) => text === `silence ${one}`);
  return lasts === undefined ? null : { act: "silence", lasts };
}
