import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { written } from "../../core/protocol/written";
import { answerWrite } from "./answer-write";
import { apiAnswer } from "./api-answer";
import type { Call } from "./call";
import { JSON_TYPE, parseJson, readText, requireType } from "./read-body";
import { shownKeys } from "./shown-key";

/** `GET /api/v1/keys/:key`: one key as it stands. Its rev is the ETag. */
export async function getKey({ object, principal, key }: Call): Promise<Response> {
  const [shown] = shownKeys(await object.changesSince(principal, [key], null));
  if (!shown) throw new LiveError("not_found");
  return apiAnswer(shown, { ETag: `"${shown.rev}"` });
}

/** `PUT /api/v1/keys/:key`: sets one key to the body, any JSON value. */
export async function putKey(call: Call): Promise<Response> {
  const { request, key } = call;
  requireType(request, [JSON_TYPE]);
  const over = revOf(request.headers);
  const parsed = v.safeParse(written, parseJson(await readText(request)));
  if (!parsed.success) throw new LiveError("bad_input", "The value is nested too deep.");
  return answerWrite(call, { values: { [key]: parsed.output }, ...over });
}

/** `DELETE /api/v1/keys/:key`: removes it. One that is not there is gone already. */
export async function deleteKey(call: Call): Promise<Response> {
  return answerWrite(call, { remove: [call.key], ...revOf(call.request.headers) });
}

/** The rev that the request asks for: `If-Match: "7"`, or `If-None-Match: *` for a key that is not there yet. */
function revOf(headers: Headers): { ifRev?: number } {
  const [match, none] = [headers.get("If-Match"), headers.get("If-None-Match")];
  if (match === null && none === null) return {};
  if (match === null && none?.trim() === "*") return { ifRev: 0 };
  const rev = Number(/^\s*"(\d{1,15})"\s*$/.exec(match ?? "")?.[1] ?? Number.NaN);
  if (none !== null || Number.isNaN(rev)) {
    throw new LiveError("bad_input", 'Name one rev, as in If-Match: "7", or If-None-Match: * for a new key.');
  }
  return { ifRev: rev };
}
