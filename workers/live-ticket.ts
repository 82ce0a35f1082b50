import { LiveError } from "../core/errors";
import { PUBLIC_WORKSPACE } from "../core/public-workspace";
import { issueTicket, TICKET_PARAM } from "../server/tickets";
import { liveCaller } from "./live-caller";
import { problem } from "./problem";

/** `POST /live/:workspace/ticket`: what opens one connection in place of a cookie or a key. */
export async function liveTicket(request: Request, env: Env, workspace: string): Promise<Response> {
  if (workspace === PUBLIC_WORKSPACE) throw new LiveError("not_found");
  // Or one that leaked could be exchanged for another again and again.
  if (new URL(request.url).searchParams.has(TICKET_PARAM)) throw new LiveError("unauthenticated");
  const ticket = await issueTicket(env, await liveCaller(request, env, workspace));
  if (ticket instanceof LiveError) return problem(ticket, ticket.status === 429 ? 30 : undefined);
  return Response.json(ticket, { headers: { "Cache-Control": "no-store" } });
}
