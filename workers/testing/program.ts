import { env, exports } from "cloudflare:workers";
import { PUSH } from "../../core/sources/written";
import { makeApiKey } from "../../server/api-keys";
import type { WorkspaceAccess } from "../../server/contexts";
import { memberOf } from "../../server/member-of";
import { type Person, signUp } from "./person";
import { addEditable } from "./sources";

/** A workspace with a push source, `shop`, and a program that has a key of it. */
export interface Program {
  readonly owner: Person & { workspace: string };
  readonly access: WorkspaceAccess;
  readonly keyId: string;
  readonly text: string;
  /** A request of the program, under `/api/v1`. */
  readonly ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
}

export async function signUpProgram(): Promise<Program> {
  const owner = await signUp();
  await addEditable(owner.workspace, "shop", PUSH);
  const access = accessOf(owner);
  const made = await makeApiKey(env, access, "Till");
  if (!made.ok) throw new Error(made.problem);
  const { id: keyId, text } = made;
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const own = {
      Authorization: `Bearer ${text}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    return exports.default.fetch(`http://localhost:8787/api/v1${path}`, {
      method,
      headers: { ...own, ...headers },
      ...sent,
    });
  };
  return { owner, access, keyId, text, ask };
}

/** What the pages' guards make of the owner of a workspace. */
export function accessOf({ workspace, userId, sessionId, address }: Person & { workspace: string }): WorkspaceAccess {
  const session = { id: sessionId, expiresAt: new Date(4e12), user: { id: userId, name: "Ada", email: address } };
  const place = { id: workspace, slug: "harbour", name: "Harbour" };
  return { session, workspace: place, principal: memberOf(session, "owner") };
}
