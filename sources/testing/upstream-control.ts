import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod/mini";
import type { ScriptedUpstream } from "./scripted-upstream";
import { upstreamAnswer } from "./upstream-answer";

/** The calls by which a test in another runtime steers an upstream: `POST /$control` with one of these as JSON. */
export const controlCall = z.discriminatedUnion("call", [
  z.object({ call: z.literal("route"), path: z.string(), answer: upstreamAnswer }),
  z.object({ call: z.literal("count"), path: z.string() }),
  z.object({ call: z.literal("hanging"), path: z.string() }),
  z.object({ call: z.literal("asked"), path: z.string(), times: z.number() }),
  z.object({ call: z.literal("release"), path: z.string() }),
  z.object({ call: z.literal("reset") }),
]);
export type ControlCall = z.infer<typeof controlCall>;

/** Answers with the call's result as JSON, null for none; 400 with the reason for what is no call. */
export function upstreamControl(upstream: ScriptedUpstream, request: IncomingMessage, response: ServerResponse): void {
  carryOut(upstream, request).then(
    (result) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result)),
    (error: unknown) => response.writeHead(400).end(String(error)),
  );
}

async function carryOut(upstream: ScriptedUpstream, request: IncomingMessage): Promise<number | null> {
  const call = controlCall.parse(JSON.parse(await text(request)));
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
