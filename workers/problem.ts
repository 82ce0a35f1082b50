import type { LiveError } from "../core/errors";

/** An error as RFC 9457 writes it, with our stable code. `after`: seconds to wait before trying again. */
export function problem({ message, status, code, retry }: LiveError, after?: number): Response {
  const headers = new Headers({ "Content-Type": "application/problem+json" });
  if (after !== undefined) headers.set("Retry-After", String(after));
  return Response.json({ title: message, status, code, retry }, { status, headers });
}
