import { LiveError } from "../core/errors";
import { SUBPROTOCOL } from "../core/protocol/version";
import { handOver, liveCaller } from "./live-caller";
import { turnAway } from "./turn-away";

const OTHER_VERSION = /^deltaboard\.v\d{1,9}$/;

/** `GET /live/:workspace` with an upgrade: settles who calls before anything is upgraded, then hands the socket over. */
export async function liveSocket(request: Request, env: Env, workspace: string): Promise<Response> {
  const caller = await liveCaller(request, env, workspace);
  const spoken = subprotocolOf(request);
  // A page left open since before an update: it can be told only in the version that it speaks.
  if (spoken !== SUBPROTOCOL) return turnAway("bad_frame", "version", spoken);
  const object = env.DASHBOARD.getByName(caller.workspaceId);
  const answer = await object.fetch(handOver(caller, "/", { Upgrade: "websocket" }));
  // A browser does not tell its page why a handshake failed, so it is told on an open socket: here, since one that
  // never answers the close would keep the object awake.
  if (answer.status !== 429) return answer;
  const { title } = await answer.json<{ title: string }>();
  return turnAway("too_many_connections", title);
}

/** Ours if it is offered; otherwise one of another version, since the chosen one must be among those offered (RFC 6455). */
function subprotocolOf(request: Request): string {
  const offered = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(",").map((name) => name.trim());
  const isUpgrade = request.headers.get("Upgrade")?.toLowerCase() === "websocket";
  const spoken = offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : offered.find((name) => OTHER_VERSION.test(name));
  if (!isUpgrade || spoken === undefined) throw new LiveError("upgrade_required");
  return spoken;
}
