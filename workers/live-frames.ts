import * as v from "valibot";
import { LiveError } from "../core/errors";
import type { Said } from "../core/live-object";
import { append } from "../core/protocol/append";
import type { ErrorFrame } from "../core/protocol/error";
import { presence } from "../core/protocol/presence";
import { set } from "../core/protocol/set";
import { PUBLIC_WORKSPACE } from "../core/public-workspace";
import { readAs } from "../core/schema/read-as";
import { readEnv } from "../server/env";
import { liveObject } from "../server/live-object";
import { TICKET_PARAM } from "../server/tickets";
import { readText } from "./api/read-body";
import { liveCaller } from "./live-caller";

const frame = v.variant("type", [set, append, presence]);
const reader = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));

/**
 * `POST /live/:workspace/frames?reader=RANDOM`: one frame of a person whose page has no socket, answered by the frame that
 * a socket would carry; 204 where there would be none.
 */
export async function liveFrames(request: Request, env: Env, workspace: string): Promise<Response> {
  if (workspace === PUBLIC_WORKSPACE) throw new LiveError("not_found");
  const { searchParams } = new URL(request.url);
  // It opens a connection to read by, and may lie in a log by now.
  if (searchParams.has(TICKET_PARAM)) throw new LiveError("unauthenticated");
  const { workspaceId, principal } = await liveCaller(request, env, workspace);
  if (principal.kind !== "member") throw new LiveError("forbidden", "Programs write by /api/v1.");
  const page = v.safeParse(reader, searchParams.get("reader"));
  if (!page.success) throw new LiveError("bad_input", "Name the page: ?reader= and 8 to 64 letters, digits, - and _.");
  const said = await frameOf(request, readEnv(env).limits.frameBytes);
  if (said instanceof LiveError) return refusal(said);
  const answer = await liveObject(env, workspaceId).say(principal, said, page.output);
  if (answer === null) return new Response(null, { status: 204, headers: HEADERS });
  return answer.type === "error" ? refused(answer) : Response.json(answer, { headers: HEADERS });
}

const HEADERS = { "Cache-Control": "no-store" };

async function frameOf(request: Request, frameBytes: number): Promise<Said | LiveError> {
  const text = await readText(request);
  if (text.length > frameBytes) return new LiveError("frame_too_large", `A frame may have ${frameBytes} characters.`);
  try {
    return readAs(frame, JSON.parse(text)) ?? new LiveError("bad_frame");
  } catch {
    // Not JSON at all: the same answer as for JSON that is no frame.
    return new LiveError("bad_frame");
  }
}

function refusal({ code, message, retry }: LiveError): Response {
  return refused({ type: "error", code, message, retry });
}

function refused(error: ErrorFrame): Response {
  const headers = new Headers(HEADERS);
  if (error.after !== undefined) headers.set("Retry-After", String(Math.ceil(error.after / 1_000)));
  return Response.json(error, { status: new LiveError(error.code).status, headers });
}
