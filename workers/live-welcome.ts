import { liveObject } from "../server/live-object";
import { liveCaller } from "./live-caller";

/** `GET /live/:workspace/welcome`: what a socket would be told first, for who reads by HTTP. */
export async function liveWelcome(request: Request, env: Env, workspace: string): Promise<Response> {
  const { workspaceId, principal } = await liveCaller(request, env, workspace);
  const welcome = await liveObject(env, workspaceId).welcomeOf(principal);
  return Response.json(welcome, { headers: { "Cache-Control": "no-store", Vary: "Authorization, Cookie" } });
}
