import type { BadFrame } from "./bad-frame";
import { oddRequests } from "./odd-requests";
import { oddTexts } from "./odd-texts";
import { wrongFields } from "./wrong-fields";

/** Everything that comes to no good. `{epoch}`, `{seq}` and `{next}` stand for the store's own where it is sent. */
export const badFrames: readonly BadFrame[] = [...wrongFields, ...oddTexts, ...oddRequests];

/** As it goes to a store that stands at this cursor. */
export function sentTo({ epoch, seq }: { epoch: string; seq: number }, { sent }: BadFrame): string | Uint8Array {
  if (typeof sent !== "string") return sent;
  return sent
    .replace("{epoch}", epoch)
    .replace("{seq}", String(seq))
    .replace("{next}", String(seq + 1));
}
