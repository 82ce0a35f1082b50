import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { HOUR, MOST_POINTS } from "../../core/history/resolution";
import { finite } from "../../core/schema/finite";
import { isoTime } from "../../core/schema/iso-time";
import { type History, history } from "../../server/history";
import { apiAnswer } from "./api-answer";
import type { Call } from "./call";

/** Milliseconds since 1970, or an ISO 8601 time with its offset from UTC. */
const moment = v.union([
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  v.pipe(v.string(), v.regex(/T.*(?:Z|[+-]\d\d:\d\d)$/), v.transform(isoTime), finite()),
]);
const query = v.object({
  from: v.optional(moment),
  to: v.optional(moment),
  points: v.optional(v.pipe(v.unknown(), v.toNumber(), v.safeInteger(), v.minValue(2), v.maxValue(MOST_POINTS)), 300),
});

/**
 * `GET /api/v1/history/:key?from=&to=&points=`: what is recorded of a series, as finely as so many points allow; the
 * last hour where nothing else is said.
 */
export async function getHistory({ env, workspaceId, principal, key, url }: Call): Promise<Response> {
  const asked = v.safeParse(query, Object.fromEntries(url.searchParams));
  if (!asked.success) {
    const wanted = `\`from\` and \`to\` are milliseconds since 1970 or ISO 8601, \`points\` is 2 to ${MOST_POINTS}.`;
    throw new LiveError("bad_input", wanted);
  }
  const now = Date.now();
  const { to = now, points } = asked.output;
  const from = asked.output.from ?? to - HOUR;
  if (from >= to) throw new LiveError("bad_input", "`from` is before `to`.");
  const found = await history({ env, workspaceId, principal, keys: [key], from, to, most: points, now });
  return apiAnswer({ key, from, to, step: found.step, points: pointsOf(found, key) });
}

function pointsOf(found: History, key: string) {
  // A key that may not be read is told like one that was never recorded.
  if (found.step === null) return found.points[key] ?? [];
  const steps = found.summaries[key] ?? [];
  return steps.map(([at, { mean, min, max, last, count }]) => [at, mean, min, max, last, count]);
}
