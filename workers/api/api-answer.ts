import type { LiveError } from "../../core/errors";

/** On every answer: it is for this caller and this moment only, and no browser is to guess what it is. */
const OWN = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

export function apiAnswer(body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...OWN, ...headers } });
}

interface More {
  /** Where HTTP has a status of its own for what the code says in general. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: object;
}

/** What went wrong, as RFC 9457 writes it. */
export function apiProblem({ message, code, retry, status: usual }: LiveError, more: More = {}): Response {
  const status = more.status ?? usual;
  const headers = { ...OWN, "Content-Type": "application/problem+json", ...more.headers };
  return Response.json({ title: message, status, code, retry, ...more.members }, { status, headers });
}
