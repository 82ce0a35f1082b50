import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { requestId } from "../../core/protocol/parts";

/** The name under which a repeat is known, with the quotes of its header's draft or without. Throws LiveError. */
export function onceOf(headers: Headers): { once?: string } {
  const header = headers.get("Idempotency-Key")?.trim();
  if (header === undefined) return {};
  const parsed = v.safeParse(requestId, /^"(.*)"$/.exec(header)?.[1] ?? header);
  if (parsed.success) return { once: parsed.output };
  throw new LiveError("bad_input", "An Idempotency-Key has 1 to 64 characters.");
}
