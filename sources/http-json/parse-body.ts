import { parse } from "secure-json-parse";
import type { Failure } from "../../core/sources/state";
import { failureOf } from "../failure";
import { jsonCopy, MAX_DEPTH, type OwnJson } from "../json-copy";

export type Body =
  | { readonly ok: true; readonly body: OwnJson; readonly notes: readonly string[] }
  | { readonly ok: false; readonly failure: Failure };

const LEFT_OUT = "Parts with names that are not allowed, such as __proto__, are left out.";

/** An answer's JSON. Parts by which an object's prototype could be changed are left out, also where they are escaped. */
export function parseBody(text: string, contentType: string): Body {
  const parsed = tryParse(text);
  if (parsed === null) {
    const isPage = contentType.startsWith("text/html");
    return bad(isPage ? "The address answers with a web page, not with JSON." : "The answer is not JSON.");
  }
  const body = jsonCopy(parsed.value);
  if (body === undefined) return bad(`The answer is nested deeper than ${MAX_DEPTH} levels.`);
  return { ok: true, body, notes: parsed.clean ? [] : [LEFT_OUT] };
}

function tryParse(text: string): { readonly value: unknown; readonly clean: boolean } | null {
  try {
    return { value: parse(text), clean: true };
  } catch (error) {
    // The parser's own words quote the answer, which is not for showing.
    return error instanceof SyntaxError && error.message.includes("forbidden prototype") ? cleaned(text) : null;
  }
}

function cleaned(text: string): { readonly value: unknown; readonly clean: boolean } {
  return { value: parse(text, { protoAction: "remove", constructorAction: "remove" }), clean: false };
}

function bad(message: string): Body {
  return { ok: false, failure: failureOf("bad_body", message) };
}
