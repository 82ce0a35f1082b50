import * as v from "valibot";
import { AUTH_PATH, type Auth } from "./auth";

/** What better-auth answered. `headers` carries its Set-Cookie lines, to be passed on to the browser. */
export type AuthAnswer =
  | { readonly ok: true; readonly headers: Headers; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly retryAfter: number | null };

const refusal = v.object({ code: v.optional(v.string()) });
/** The cookie says who, Origin is checked, the address is what rate limits count, the agent names the device. */
const PASSED_ON = ["Cookie", "Origin", "CF-Connecting-IP", "User-Agent"];

/**
 * Asks better-auth through its front door. `auth.api.*` would skip the rate limits and the Origin check, so everything
 * that people can trigger comes this way, with what identifies them and no other header.
 */
export async function askAuth(
  auth: Auth,
  incoming: Request,
  path: string,
  body: Record<string, unknown> = {},
): Promise<AuthAnswer> {
  const headers = new Headers({ "Content-Type": "application/json" });
  for (const name of PASSED_ON) {
    const value = incoming.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const url = `${auth.options.baseURL}${AUTH_PATH}${path}`;
  const response = await auth.handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
  return response.ok ? accepted(response) : refused(response);
}

async function accepted(response: Response): Promise<AuthAnswer> {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return { ok: true, headers, body: await response.json() };
}

async function refused(response: Response): Promise<AuthAnswer> {
  const parsed = v.safeParse(refusal, await response.json().catch(() => ({})));
  const wait = Number(response.headers.get("X-Retry-After") ?? Number.NaN);
  return {
    ok: false,
    status: response.status,
    code: (parsed.success && parsed.output.code) || "UNKNOWN",
    retryAfter: Number.isFinite(wait) ? wait : null,
  };
}

/** The request as the browser would send it next, with the cookies it was just given. */
export function withCookies(incoming: Request, given: Headers): Request {
  const pairs = given.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  const headers = new Headers(incoming.headers);
  headers.set("Cookie", pairs.join("; "));
  return new Request(incoming.url, { headers });
}
