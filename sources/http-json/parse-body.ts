import { parse } from "secure-json-parse";
import type { Failure } from "../../core/sources/state";
import { failureOf } from "../failure";
import { jsonCopy, MAX_DEPTH, type OwnJson } from "../json-copy";

export type Body = { readonly ok: true; readonly body: OwnJson } | { readonly ok: false; readonly failure: Failure };

/** An answer's JSON. Names by which an object's prototype could be changed are refused, also where they are escaped. */
export function parseBody(text: string, contentType: string): Body {
  const parsed = tryParse(text);
  if (!parsed.ok)
    return bad(
      contentType.startsWith("text/html") ? "The address answers with a web page, not with JSON." : parsed.why,
    );
  const body = jsonCopy(parsed.value);
  return body === undefined ? bad(`The answer is nested deeper than ${MAX_DEPTH} levels.`) : { ok: true, body };
}

function tryParse(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    const value: unknown = parse(text);
    return { ok: true, value };
  } catch (error) {
    // The parser's own words quote the answer, which is not for showing.
    const refused = error instanceof SyntaxError && error.message.includes("forbidden prototype");
    return {
      ok: false,
      why: refused ? "The answer uses names that are not allowed, such as __proto__." : "The answer is not JSON.",
    };
  }
}

function bad(message: string): Body {
  return { ok: false, failure: failureOf("bad_body", message) };
}
