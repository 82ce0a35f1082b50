import * as z from "zod/mini";
import type { WriteRequest } from "../../core/live-object";
import { count, key, requestId, time } from "../../core/protocol/parts";
import { written } from "../../core/protocol/written";
import { MAX_KEEP } from "../../core/streams/keep-of";

/** Characters of a whole request, as JSON: as much as an HTTP body may have. */
export const PUBLISHED_BYTES = 256 * 1024;

const event = z.strictObject({ at: z.exactOptional(time), data: written });
const request = z.strictObject({
  values: z.exactOptional(z.record(key, written)),
  remove: z.exactOptional(z.array(key)),
  events: z.exactOptional(
    z.strictObject({
      key,
      events: z.array(event).check(z.minLength(1)),
      keep: z.exactOptional(count.check(z.minimum(1), z.maximum(MAX_KEEP))),
    }),
  ),
  ifRev: z.exactOptional(count),
  once: z.exactOptional(requestId),
});

/**
 * What another Worker wants to be written, taken as JSON would carry it: RPC also carries dates, maps and undefined,
 * which no other reader could be told. A text says why it is no request.
 */
export function published(write: unknown): WriteRequest | string {
  const text = asJson(write);
  if (text === null) return "The request is not JSON.";
  if (text.length > PUBLISHED_BYTES) return `A request may have ${PUBLISHED_BYTES} characters.`;
  const parsed = request.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : z.prettifyError(parsed.error);
}

function asJson(value: unknown): string | null {
  try {
    const text: string | undefined = JSON.stringify(value);
    return text ?? null;
  } catch {
    // A cycle, or a BigInt: the same answer as for what JSON has no text for.
    return null;
  }
}
