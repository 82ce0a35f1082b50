import * as z from "zod/mini";
import { LiveError } from "../../core/errors";
import { key } from "../../core/protocol/parts";
import { written } from "../../core/protocol/written";
import { answerWrite } from "./answer-write";
import type { Call } from "./call";
import { JSON_TYPE, parseJson, readText, requireType } from "./read-body";

const body = z.strictObject({
  values: z
    .record(key, written)
    .check(z.refine((values) => Object.keys(values).length > 0, "name at least one key, with its value")),
});

/** `POST /api/v1/values`: sets many keys, all or none, in one commit. */
export async function postValues(call: Call): Promise<Response> {
  requireType(call.request, [JSON_TYPE]);
  const parsed = body.safeParse(parseJson(await readText(call.request)));
  if (parsed.success) return answerWrite(call, parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` (at ${issue.path.join(" ")})` : "";
  throw new LiveError("bad_input", `The body is not {"values": {key: value, …}}${where}.`);
}
