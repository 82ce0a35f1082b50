import * as v from "valibot";
import { LiveError } from "../../core/errors";
import type { Json } from "../../core/json";
import { written } from "../../core/protocol/written";
import { readAs } from "../../core/schema/read-as";
import { strictObject } from "../../core/schema/strict-object";
import { liveObject } from "../../server/live-object";
import { pushedSource } from "../../server/pushed-source";
import { pushSettings } from "../../sources/push/settings";
import { apiProblem } from "./api-answer";
import { JSON_TYPE, parseJson, readText, requireType } from "./read-body";
import { requireRate } from "./request-rate";

/** What a page may send without asking first (Fetch, 2.2.2): `navigator.sendBeacon` writes text as this. */
const BEACON_TYPES = ["text/plain", JSON_TYPE];
/** UTF-16 units of an event's own data as JSON. */
const MOST_DATA = 2_000;
/** Events that the stream keeps. */
const KEPT = 1_000;
/** Of one address in a minute. */
const A_VISITOR = 60;

const event = strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  path: v.optional(v.pipe(v.string(), v.maxLength(500))),
  referrer: v.optional(v.pipe(v.string(), v.maxLength(500))),
  data: v.optional(
    v.pipe(
      written,
      v.check((data) => JSON.stringify(data).length <= MOST_DATA),
    ),
  ),
});

/**
 * `POST /api/v1/beacons/:source`: one event of a page, appended to the source's stream `events`. Only from pages of the
 * origins that the source allows, none to begin with; `OPTIONS` answers their browsers. Throws LiveError.
 */
export async function postBeacon(request: Request, id: string, env: Env): Promise<Response> {
  const source = await pushedSource(id, env);
  const origin = request.headers.get("Origin");
  const allowed = readAs(pushSettings, source?.settings)?.origins ?? [];
  // Nothing is said to other pages, not even whether there is such a source.
  if (!source || origin === null || !allowed.includes(origin)) throw new LiveError("wrong_origin", NOT_ALLOWED);
  const headers = { "Access-Control-Allow-Origin": origin, Vary: "Origin" };
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { ...headers, ...PREFLIGHT } });
  requireType(request, BEACON_TYPES);
  requireRate(`visitor ${request.headers.get("CF-Connecting-IP") ?? ""} ${id}`, A_VISITOR);
  requireRate(`beacons ${id}`);
  const data = read(await readText(request));
  const principal = { kind: "key", keyId: `beacon:${id}`, name: origin, via: "beacon" } as const;
  const events = { key: `${source.slug}.events`, events: [{ data }], keep: KEPT };
  const result = await liveObject(env, source.workspaceId).write(principal, { events });
  if (!result.ok) return apiProblem(new LiveError(result.code, result.message), { headers });
  return new Response(null, { status: 204, headers: { ...headers, "Cache-Control": "no-store" } });
}

const NOT_ALLOWED = "Pages of this origin may not send events to this source.";

const PREFLIGHT = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "600",
};

function read(text: string): Json {
  const parsed = v.safeParse(event, parseJson(text));
  if (!parsed.success) throw new LiveError("bad_input", "The body is no event: {name, path, referrer, data}.");
  const { name, path = null, referrer = null, data = null } = parsed.output;
  return { name, path, referrer, data };
}
