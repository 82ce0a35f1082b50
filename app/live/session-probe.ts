import { SESSION_ENDS_HEADER } from "../../core/protocol/session-ends-header";

/**
 * Whether a page of the workspace would be shown. `gone`: signed in, but this workspace is not (or no longer) there for
 * this person. `ends`: of the session that the browser has now, which may be another than the socket's; milliseconds
 * since 1970 by the server's clock, null where nobody said.
 */
export type SessionAnswer =
  | { readonly is: "in"; readonly ends: number | null }
  | { readonly is: "out" | "gone" | "unknown" };

/** A failed WebSocket handshake does not tell a page its status, and a socket knows no session but its own. */
export async function probeSession(slug: string, request: typeof fetch): Promise<SessionAnswer> {
  let response: Response;
  try {
    response = await request(`/w/${slug}`, { method: "HEAD", cache: "no-store", credentials: "same-origin" });
  } catch {
    // fetch rejects when there is no network or no server: that says nothing about the session.
    return { is: "unknown" };
  }
  if (response.redirected && new URL(response.url).pathname === "/login") return { is: "out" };
  if (response.status === 401) return { is: "out" };
  if (response.status === 403 || response.status === 404) return { is: "gone" };
  if (!response.ok) return { is: "unknown" };
  return { is: "in", ends: Number(response.headers.get(SESSION_ENDS_HEADER)) || null };
}
