import * as z from "zod/mini";
import { LiveError } from "../../core/errors";
import { HOUR, MOST_POINTS } from "../../core/history/resolution";
import { type History, history } from "../../server/history";
import { apiAnswer } from "./api-answer";
import type { Call } from "./call";

/** Milliseconds since 1970, or an ISO 8601 time with its offset from UTC. */
const moment = z.union([
  z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)),
  z.pipe(z.iso.datetime({ offset: true }), z.transform(Date.parse)),
]);
const query = z.object({
  from: z.optional(moment),
  to: z.optional(moment),
  points: z._default(z.coerce.number().check(z.int(), z.minimum(2), z.maximum(MOST_POINTS)), 300),
});

/**
 * `GET /api/v1/history/:key?from=&to=&points=`: what is recorded of a series, as finely as so many points allow; the
 * last hour where nothing else is said.
 */
export async function getHistory({ env, workspaceId, principal, key, url }: Call): Promise<Response> {
  const asked = query.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) {
    const wanted = `\`from\` and \`to\` are milliseconds since 1970 or ISO 8601, \`points\` is 2 to ${MOST_POINTS}.`;
    throw new LiveError("bad_input", wanted);
  }
  const now = Date.now();
  const { to = now, points } = asked.data;
  const from = asked.data.from ?? to - HOUR;
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
