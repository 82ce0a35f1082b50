import type { BadFrame } from "./bad-frame";
import { oddRequests } from "./odd-requests";
import { oddTexts } from "./odd-texts";
import { oddWrites } from "./odd-writes";
import { wrongFields } from "./wrong-fields";

/** Everything that comes to no good. `{epoch}`, `{seq}`, `{next}` and `{rev}` stand for the store's own where it is sent. */
export const badFrames: readonly BadFrame[] = [...wrongFields, ...oddTexts, ...oddRequests, ...oddWrites];

/** As it goes to a store that stands at this cursor, where the keys that people write are at this rev. */
export function sentTo(at: { epoch: string; seq: number; rev: number }, { sent }: BadFrame): string | Uint8Array {
  if (typeof sent !== "string") return sent;
  return sent
    .replace("{epoch}", at.epoch)
    .replace("{seq}", String(at.seq))
    .replace("{next}", String(at.seq + 1))
    .replace('"{rev}"', String(at.rev));
}
