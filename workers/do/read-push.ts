import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { isKeyName } from "../../core/keys/name";
import type { WriteRequest } from "../../core/live-object";
import { written } from "../../core/protocol/written";
import { dictionary } from "../../core/schema/dictionary";
import { pathOf } from "../../core/schema/path-of";
import { plainWords } from "../../core/schema/plain-words";
import { strictObject } from "../../core/schema/strict-object";
import { EVENTS_A_COMMIT } from "../../core/streams/event-id";
import { parseJson } from "../api/read-body";

/** What a webhook sends. Names are those of keys below the source: a secret opens its own source and no other. */
const body = v.pipe(
  strictObject({
    values: v.optional(dictionary(v.string(), written)),
    remove: v.optional(v.array(v.string())),
    /** Events for the stream of this name, oldest first. */
    stream: v.optional(v.string()),
    events: v.optional(v.pipe(v.array(written), v.minLength(1), v.maxLength(EVENTS_A_COMMIT))),
  }),
  v.forward(
    v.check(({ stream, events }) => (stream === undefined) === (events === undefined), "`events` go to a `stream`"),
    ["events"],
  ),
  v.check(
    ({ values, remove, events }) => Object.keys({ ...values }).length > 0 || !!remove?.length || !!events,
    "there is nothing in it",
  ),
);

/** The body of a signed push as a write to this source's keys. Throws LiveError for what is none. */
export function readPush(slug: string, text: string): WriteRequest {
  const parsed = v.safeParse(body, parseJson(text), { ...plainWords, abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const words = [pathOf(issue).join(" "), issue.message.replace(/\.$/, "")].filter((one) => one !== "");
    throw new LiveError("bad_input", `The body is no push: ${words.join(": ")}.`);
  }
  const { values = {}, remove = [], stream, events = [] } = parsed.output;
  const below = (name: string) => {
    if (isKeyName(`${slug}.${name}`)) return `${slug}.${name}`;
    throw new LiveError("bad_input", "A name in the body is not that of a key below the source.");
  };
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [below(name), value])),
    remove: remove.map(below),
    ...(stream === undefined ? {} : { events: { key: below(stream), events: events.map((data) => ({ data })) } }),
  };
}
