import { LiveError } from "../../core/errors";
import type { WriteRequest, WriteResult } from "../../core/live-object";
import { apiAnswer, apiProblem } from "./api-answer";
import type { Call } from "./call";

/** Writes, and says where it landed and how many readers wanted it; or the problem, with the key that it is about. */
export async function answerWrite({ object, principal, key }: Call, request: WriteRequest): Promise<Response> {
  const result = await object.write(principal, request);
  if (!result.ok) return refusal(result);
  const { cursor, delivered, revs } = result;
  // Of the one key that was set: what a later If-Match names.
  const rev = request.values && revs[key];
  return apiAnswer({ cursor, delivered }, rev ? { ETag: `"${rev}"` } : {});
}

function refusal({ code, message, key, current }: Extract<WriteResult, { ok: false }>): Response {
  const headers = {
    ...(current ? { ETag: `"${current.rev}"` } : {}),
    ...(code === "unavailable" ? { "Retry-After": "5" } : {}),
  };
  const members = { ...(key === undefined ? {} : { key }), ...(current ? { current } : {}) };
  return apiProblem(new LiveError(code, message), { headers, members });
}
