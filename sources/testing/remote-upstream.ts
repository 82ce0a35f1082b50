import * as v from "valibot";
import { finite } from "../../core/schema/finite";
import type { UpstreamAnswer } from "./upstream-answer";
import type { ControlCall } from "./upstream-control";

/** A scripted upstream seen from another runtime or process: the same calls, each over HTTP. */
export interface RemoteUpstream {
  readonly url: string;
  route(path: string, answer: UpstreamAnswer): Promise<void>;
  count(path: string): Promise<number>;
  hanging(path: string): Promise<number>;
  asked(path: string, times: number): Promise<void>;
  release(path: string): Promise<void>;
  reset(): Promise<void>;
}

export function remoteUpstream(url: string): RemoteUpstream {
  const call = async (body: ControlCall): Promise<unknown> => {
    const response = await fetch(`${url}/$control`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The upstream refused ${body.call}: ${await response.text()}`);
    return response.json();
  };
  const number = async (body: ControlCall) => v.parse(finite(), await call(body));
  const nothing = async (body: ControlCall) => void (await call(body));
  return {
    url,
    route: (path, answer) => nothing({ call: "route", path, answer }),
    count: (path) => number({ call: "count", path }),
    hanging: (path) => number({ call: "hanging", path }),
    asked: (path, times) => nothing({ call: "asked", path, times }),
    release: (path) => nothing({ call: "release", path }),
    reset: () => nothing({ call: "reset" }),
  };
}
