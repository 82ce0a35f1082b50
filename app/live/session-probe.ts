/** `gone`: signed in, but this workspace is not (or no longer) there for this person. */
export type SessionAnswer = "in" | "out" | "gone" | "unknown";

/** Whether a page of the workspace would be shown. A failed WebSocket handshake does not tell a page its status. */
export async function probeSession(slug: string, request: typeof fetch): Promise<SessionAnswer> {
  let response: Response;
  try {
    response = await request(`/w/${slug}`, { method: "HEAD", cache: "no-store", credentials: "same-origin" });
  } catch {
    // fetch rejects when there is no network or no server: that says nothing about the session.
    return "unknown";
  }
  if (response.redirected && new URL(response.url).pathname === "/login") return "out";
  if (response.status === 401) return "out";
  if (response.status === 403 || response.status === 404) return "gone";
  return response.ok ? "in" : "unknown";
}
