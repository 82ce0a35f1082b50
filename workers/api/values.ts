import * as v from "valibot";
import { LiveError } from "../../core/errors";
import { key } from "../../core/protocol/parts";
import { written } from "../../core/protocol/written";
import { dictionary } from "../../core/schema/dictionary";
import { pathOf } from "../../core/schema/path-of";
import { strictObject } from "../../core/schema/strict-object";
import { answerWrite } from "./answer-write";
import type { Call } from "./call";
import { JSON_TYPE, parseJson, readText, requireType } from "./read-body";

const body = strictObject({
  values: v.pipe(
    dictionary(key, written),
    v.check((values) => Object.keys(values).length > 0, "name at least one key, with its value"),
  ),
});

/** `POST /api/v1/values`: sets many keys, all or none, in one commit. */
export async function postValues(call: Call): Promise<Response> {
  requireType(call.request, [JSON_TYPE]);
  const parsed = v.safeParse(body, parseJson(await readText(call.request)));
  if (parsed.success) return answerWrite(call, parsed.output);
  const [issue] = parsed.issues;
  const where = issue.path ? ` (at ${pathOf(issue).join(" ")})` : "";
  throw new LiveError("bad_input", `The body is not {"values": {key: value, …}}${where}.`);
}
