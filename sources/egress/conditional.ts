import type { EgressReply, ReplyHeader } from "../../core/sources/connector";

const SHOWN: readonly ReplyHeader[] = ["etag", "last-modified", "link"];

/** Whether a 304 may come back: RFC 9110, 13.1.2 and 13.1.3. */
export function isConditional(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some((name) => /^if-(none-match|modified-since)$/i.test(name));
}

/** What connectors are told of an answer's headers. */
export function shownHeaders(headers: Headers): NonNullable<Extract<EgressReply, { ok: true }>["headers"]> {
  return Object.fromEntries(SHOWN.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""]] : [])));
}
