import * as z from "zod/mini";
import { secretOr } from "../../core/sources/secret";

/** As browsers write an origin: no path, no port that goes without saying, lower case. */
function isOrigin(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.origin === text;
}

/** The source is its keys; what can be set is who else may push besides programs with an API key. */
export const pushSettings = z.strictObject({
  /** What webhooks are signed with. Without it none is taken. */
  signing: z.optional(secretOr(z.string().check(z.minLength(16, "At least 16 characters."), z.maxLength(200)))),
  /** Pages of these origins may send events from browsers. */
  origins: z._default(
    z
      .array(z.string().check(z.refine(isOrigin, "An origin, such as https://www.example.com, and nothing behind it.")))
      .check(z.maxLength(20, "At most 20 origins.")),
    [],
  ),
});
export type PushSettings = z.infer<typeof pushSettings>;
