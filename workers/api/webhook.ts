import { LiveError } from "../../core/errors";
import { liveObject } from "../../server/live-object";
import { pushedSource } from "../../server/pushed-source";
import { apiAnswer, apiProblem } from "./api-answer";
import { onceOf } from "./once-of";
import { JSON_TYPE, readText, requireType } from "./read-body";
import { requireRate } from "./request-rate";

export const SIGNATURE = "Deltaboard-Signature";

/** `POST /api/v1/hooks/:source`: values and events, signed with the source's own secret. Throws LiveError. */
export async function postWebhook(request: Request, id: string, env: Env): Promise<Response> {
  requireType(request, [JSON_TYPE]);
  const signature = request.headers.get(SIGNATURE);
  if (signature === null) throw new LiveError("unauthenticated", `Sign the push: ${SIGNATURE}: t=…,v1=….`);
  requireRate(`hook ${id}`);
  const source = await pushedSource(id, env);
  if (source === null) throw new LiveError("not_found", "There is no source to push to at this address.");
  const once = onceOf(request.headers);
  const body = await readText(request);
  const result = await liveObject(env, source.workspaceId).pushSigned(source.slug, { body, signature, ...once });
  if (result.ok) return apiAnswer({ cursor: result.cursor, delivered: result.delivered });
  const { code, message, key } = result;
  const headers = code === "unavailable" || code === "rate_limited" ? { "Retry-After": "5" } : {};
  return apiProblem(new LiveError(code, message), { headers, members: key === undefined ? {} : { key } });
}
