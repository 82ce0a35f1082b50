import * as v from "valibot";
import { whole } from "../core/schema/whole";

export const DEFAULT_TIMEOUT = 10_000;
export const DEFAULT_MAX_BYTES = 5_000_000;

/** Only the shape, for a quick word in a form. Whether the address may be read is decided where it is read. */
function looksLikeAddress(text: string): boolean {
  return /^upstream:[a-z0-9][a-z0-9_-]{0,31}$/.test(text) || (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text));
}

/** The settings that every connector which reads one address has. Pure: forms use them as well. */
export const addressSettings = {
  url: v.pipe(
    v.string("Give the address to read."),
    v.maxLength(2_048, "At most 2048 characters."),
    v.check(looksLikeAddress, "A complete address, such as https://example.com/data."),
  ),
  /** Milliseconds for the whole exchange. */
  timeout: v.optional(
    v.pipe(
      whole("A whole number of milliseconds."),
      v.minValue(500, "At least 500 ms."),
      v.maxValue(30_000, "At most 30 s."),
    ),
    DEFAULT_TIMEOUT,
  ),
  /** Bytes of the answer after decompression. */
  maxBytes: v.optional(
    v.pipe(
      whole("A whole number of bytes."),
      v.minValue(1_000, "At least 1 kB."),
      v.maxValue(10_000_000, "At most 10 MB."),
    ),
    DEFAULT_MAX_BYTES,
  ),
};
