import * as v from "valibot";
import type { WriteRequest } from "../../core/live-object";
import { count, key, requestId, time } from "../../core/protocol/parts";
import { written } from "../../core/protocol/written";
import { dictionary } from "../../core/schema/dictionary";
import { plainWords } from "../../core/schema/plain-words";
import { strictObject } from "../../core/schema/strict-object";
import { MAX_KEEP } from "../../core/streams/keep-of";

/** Characters of a whole request, as JSON: as much as an HTTP body may have. */
export const PUBLISHED_BYTES = 256 * 1024;

const event = strictObject({ at: v.exactOptional(time), data: written });
const request = strictObject({
  values: v.exactOptional(dictionary(key, written)),
  remove: v.exactOptional(v.array(key)),
  events: v.exactOptional(
    strictObject({
      key,
      events: v.pipe(v.array(event), v.minLength(1)),
      keep: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(MAX_KEEP))),
    }),
  ),
  ifRev: v.exactOptional(count),
  once: v.exactOptional(requestId),
});

/**
 * What another Worker wants to be written, taken as JSON would carry it: RPC also carries dates, maps and undefined,
 * which no other reader could be told. A text says why it is no request.
 */
export function published(write: unknown): WriteRequest | string {
  const text = asJson(write);
  if (text === null) return "The request is not JSON.";
  if (text.length > PUBLISHED_BYTES) return `A request may have ${PUBLISHED_BYTES} characters.`;
  const parsed = v.safeParse(request, JSON.parse(text), plainWords);
  return parsed.success ? parsed.output : v.summarize(parsed.issues);
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
