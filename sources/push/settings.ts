import * as v from "valibot";
import { listOf } from "../../core/schema/list-of";
import { secretOr } from "../../core/sources/secret";
import { settingsSchema } from "../settings-schema";

/** As browsers write an origin: no path, no port that goes without saying, lower case. */
function isOrigin(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.origin === text;
}

/** The source is its keys; what can be set is who else may push besides programs with an API key. */
export const pushSettings = settingsSchema({
  /** What webhooks are signed with. Without it none is taken. */
  signing: v.optional(secretOr(v.pipe(v.string(), v.minLength(16, "At least 16 characters."), v.maxLength(200)))),
  /** Pages of these origins may send events from browsers. */
  origins: v.optional(
    listOf(
      v.pipe(v.string(), v.check(isOrigin, "An origin, such as https://www.example.com, and nothing behind it.")),
      20,
      "At most 20 origins.",
    ),
    [],
  ),
});
export type PushSettings = v.InferOutput<typeof pushSettings>;
