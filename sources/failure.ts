import type { Failure, FailureCode } from "../core/sources/state";

/**
 * What each failure says when nothing more is known. A sentence for people: what happened and, where they can do
 * something, what. It never holds a header, a secret, a stack or the address of an inner hop.
 */
export const failureSentences: Readonly<Record<FailureCode, string>> = {
  bad_settings: "The source's settings are not valid.",
  refused_address: "This address may not be read from here.",
  unreachable: "The address could not be reached.",
  timeout: "The address did not answer in time.",
  too_large: "The answer is larger than the source's limit.",
  too_many_redirects: "The address redirects too often.",
  upstream_status: "The address answered with an error.",
  rate_limited: "The address asks to be read less often.",
  bad_body: "The answer could not be read.",
  bad_mapping: "The mapping does not fit the answer.",
  too_many_keys: "The answer makes more keys than the limit.",
  key_collision: "Two parts of the answer make the same key.",
  internal: "Deltaboard could not handle the answer. The server's log has the reason.",
};

const LONGEST_MESSAGE = 300;

/** A failure with the list's sentence, or with one that says more. */
export function failureOf(code: FailureCode, message: string = failureSentences[code]): Failure {
  return { code, message: clip(message, LONGEST_MESSAGE) };
}

/** The same as the outcome of a refresh or the answer of a fetch. */
export function failed(code: FailureCode, message?: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: failureOf(code, message) };
}

/** A name from upstream as it may stand in a sentence: quoted, on one line, short. */
export function quote(text: string): string {
  return `“${clip(text.toWellFormed().replace(/[\p{Cc}\p{Cf}\s]+/gu, " "), 60)}”`;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
