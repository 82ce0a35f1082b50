import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as v from "valibot";
import { finite } from "../../core/schema/finite";
import type { ScriptedUpstream } from "./scripted-upstream";
import { upstreamAnswer } from "./upstream-answer";

/** The calls by which a test in another runtime steers an upstream: `POST /$control` with one of these as JSON. */
export const controlCall = v.variant("call", [
  v.object({ call: v.literal("route"), path: v.string(), answer: upstreamAnswer }),
  v.object({ call: v.literal("count"), path: v.string() }),
  v.object({ call: v.literal("hanging"), path: v.string() }),
  v.object({ call: v.literal("asked"), path: v.string(), times: finite() }),
  v.object({ call: v.literal("release"), path: v.string() }),
  v.object({ call: v.literal("reset") }),
]);
export type ControlCall = v.InferOutput<typeof controlCall>;

/** Answers with the call's result as JSON, null for none; 400 with the reason for what is no call. */
export function upstreamControl(upstream: ScriptedUpstream, request: IncomingMessage, response: ServerResponse): void {
  carryOut(upstream, request).then(
    (result) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result)),
    (error: unknown) => response.writeHead(400).end(String(error)),
  );
}

async function carryOut(upstream: ScriptedUpstream, request: IncomingMessage): Promise<number | null> {
  const call = v.parse(controlCall, JSON.parse(await text(request)));
  switch (call.call) {
    case "route":
      upstream.route(call.path, call.answer);
      return null;
    case "count":
      return upstream.count(call.path);
    case "hanging":
      return upstream.hanging(call.path);
    case "asked":
      await upstream.asked(call.path, call.times);
      return null;
    case "release":
      upstream.release(call.path);
      return null;
    case "reset":
      upstream.reset();
      return null;
  }
}
