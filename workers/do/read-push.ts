import * as z from "zod/mini";
import { LiveError } from "../../core/errors";
import { isKeyName } from "../../core/keys/name";
import type { WriteRequest } from "../../core/live-object";
import { written } from "../../core/protocol/written";
import { EVENTS_A_COMMIT } from "../../core/streams/event-id";
import { parseJson } from "../api/read-body";

/** What a webhook sends. Names are those of keys below the source: a secret opens its own source and no other. */
const body = z
  .strictObject({
    values: z.optional(z.record(z.string(), written)),
    remove: z.optional(z.array(z.string())),
    /** Events for the stream of this name, oldest first. */
    stream: z.optional(z.string()),
    events: z.optional(z.array(written).check(z.minLength(1), z.maxLength(EVENTS_A_COMMIT))),
  })
  .check(
    z.refine(({ stream, events }) => (stream === undefined) === (events === undefined), {
      error: "`events` go to a `stream`",
      path: ["events"],
    }),
    z.refine(({ values, remove, events }) => Object.keys({ ...values }).length > 0 || !!remove?.length || !!events, {
      error: "there is nothing in it",
    }),
  );

/** The body of a signed push as a write to this source's keys. Throws LiveError for what is none. */
export function readPush(slug: string, text: string): WriteRequest {
  const parsed = body.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LiveError("bad_input", `The body is no push: ${[...(issue?.path ?? []), issue?.message].join(" ")}.`);
  }
  const { values = {}, remove = [], stream, events = [] } = parsed.data;
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
