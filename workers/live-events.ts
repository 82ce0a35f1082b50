import { readEnv } from "../server/env";
import { KEYS_PARAM, SINCE_PARAM } from "./do/event-streams";
import { handOver, liveCaller } from "./live-caller";
import { questionOf } from "./live-question";

/** `GET /live/:workspace/events`: the room's frames as server-sent events. */
export async function liveEvents(request: Request, env: Env, workspace: string): Promise<Response> {
  const caller = await liveCaller(request, env, workspace);
  // An EventSource that comes back has the address it began with: what it read since goes before that.
  const lastEventId = request.headers.get("Last-Event-ID");
  const { keys, since } = questionOf(new URL(request.url), readEnv(env).limits, lastEventId || null);
  const query = new URLSearchParams(keys.map((pattern) => [KEYS_PARAM, pattern]));
  if (since !== null) query.set(SINCE_PARAM, since);
  return env.DASHBOARD.getByName(caller.workspaceId).fetch(handOver(caller, `/events?${query}`));
}
