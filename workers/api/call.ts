import type { LiveObject, Principal } from "../../core/live-object";

/** One request of a program whose key was found good, as endpoints get it. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly principal: Extract<Principal, { kind: "key" }>;
  readonly env: Env;
  readonly workspaceId: string;
  /** The object of the workspace that the key opens. */
  readonly object: LiveObject;
  /** The key's name in the path; empty where the path has none. */
  readonly key: string;
}

export type Endpoint = (call: Call) => Promise<Response>;
