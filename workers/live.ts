import { LiveError } from "../core/errors";
import { log } from "../server/log";
import { liveEvents } from "./live-events";
import { liveFrames } from "./live-frames";
import { liveSocket } from "./live-socket";
import { liveTicket } from "./live-ticket";
import { liveValues } from "./live-values";
import { liveWelcome } from "./live-welcome";
import { notAllowed } from "./not-allowed";
import { problem } from "./problem";

type Way = (request: Request, env: Env, workspace: string) => Promise<Response>;

/** By what follows on the workspace in the address. */
const ways = new Map<string | undefined, { readonly method: "GET" | "POST"; readonly go: Way }>([
  [undefined, { method: "GET", go: liveSocket }],
  ["events", { method: "GET", go: liveEvents }],
  ["values", { method: "GET", go: liveValues }],
  ["ticket", { method: "POST", go: liveTicket }],
  ["welcome", { method: "GET", go: liveWelcome }],
  ["frames", { method: "POST", go: liveFrames }],
]);

const ADDRESS = /^\/live\/([A-Za-z0-9_-]+)(?:\/([a-z]+))?$/;

/** `/live/:workspace` and what is under it: the ways to read a workspace live, and what its people say by HTTP. `workspace` is a slug or an id. */
export async function handleLive(request: Request, env: Env): Promise<Response> {
  const [, workspace, name] = ADDRESS.exec(new URL(request.url).pathname) ?? [];
  const way = ways.get(name);
  if (workspace === undefined || way === undefined) return problem(new LiveError("not_found"));
  if (request.method !== way.method) return notAllowed(way.method);
  try {
    return await way.go(request, env, workspace);
  } catch (error) {
    if (error instanceof LiveError) return problem(error);
    // What is not one of our own errors is a defect: logged in full, told in one sentence.
    log.error("live_defect", { error });
    return problem(new LiveError("unavailable"), 5);
  }
}
