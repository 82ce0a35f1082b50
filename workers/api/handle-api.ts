import { LiveError } from "../../core/errors";
import { isKeyName } from "../../core/keys/name";
import { bearerOf, keyCaller } from "../../server/key-caller";
import { liveObject } from "../../server/live-object";
import { log } from "../../server/log";
import { apiProblem } from "./api-answer";
import { postBeacon } from "./beacon";
import type { Endpoint } from "./call";
import { postEvents } from "./events";
import { getHistory } from "./history";
import { deleteKey, getKey, putKey } from "./key";
import { getKeys } from "./keys";
import { requireRate } from "./request-rate";
import { postValues } from "./values";
import { postWebhook } from "./webhook";

/** What there is: a path, with the name of a key where it has one, and what each method does there. */
const routes: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Endpoint>> }[] = [
  { path: /^\/api\/v1\/values$/, methods: { POST: postValues } },
  { path: /^\/api\/v1\/keys$/, methods: { GET: getKeys } },
  { path: /^\/api\/v1\/keys\/([^/]+)$/, methods: { GET: getKey, PUT: putKey, DELETE: deleteKey } },
  { path: /^\/api\/v1\/history\/([^/]+)$/, methods: { GET: getHistory } },
  { path: /^\/api\/v1\/events\/([^/]+)$/, methods: { POST: postEvents } },
];

/**
 * `/api/v1`: what programs write and read, with an API key, or signed with a source's secret. A cookie means nothing
 * here, and no other origin is told anything (no CORS), but those whose pages a source allows to send events.
 */
export async function handleApi(request: Request, env: Env): Promise<Response> {
  try {
    return await answer(request, env);
  } catch (error) {
    if (error instanceof Response) return error;
    if (error instanceof LiveError) return apiProblem(error);
    // What is not one of our own errors is a defect: logged in full, told in one sentence.
    log.error("api_defect", { error });
    return apiProblem(new LiveError("unavailable"), { headers: { "Retry-After": "5" } });
  }
}

async function answer(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url);
  const keyless = keylessOf(request, url.pathname);
  if (keyless) return keyless(env);
  const caller = await requireKey(request, env);
  const [endpoint, name] = route(request.method, url.pathname);
  const key = name === undefined ? "" : keyOf(name);
  const { principal, workspace } = caller;
  return endpoint({
    request,
    url,
    env,
    workspaceId: workspace.id,
    principal,
    object: liveObject(env, workspace.id),
    key,
  });
}

/** What is asked without an API key: what a source's own secret signs, and what pages that a source allows send. */
function keylessOf(request: Request, pathname: string): ((env: Env) => Promise<Response>) | null {
  const [, endpoint, id = ""] = /^\/api\/v1\/(hooks|beacons)\/([\w-]{1,64})$/.exec(pathname) ?? [];
  if (endpoint === "hooks" && request.method === "POST") return (env) => postWebhook(request, id, env);
  const isBeacon = endpoint === "beacons" && (request.method === "POST" || request.method === "OPTIONS");
  return isBeacon ? (env) => postBeacon(request, id, env) : null;
}

/** Who calls. Throws the 401 and the 429. */
async function requireKey({ headers }: Request, env: Env) {
  const text = bearerOf(headers);
  const caller =
    text === null
      ? new LiveError("unauthenticated", "Send an API key: Authorization: Bearer dbk_….")
      : await keyCaller(text, env);
  // RFC 6750, section 3: a request without any credentials is told the scheme only.
  const scheme = `Bearer realm="Deltaboard"${text === null ? "" : ', error="invalid_token"'}`;
  if (caller instanceof LiveError) throw apiProblem(caller, { headers: { "WWW-Authenticate": scheme } });
  requireRate(caller.principal.keyId);
  return caller;
}

/** Throws the 404, and the 405 with the methods that there are. */
function route(method: string, pathname: string): [Endpoint, string | undefined] {
  for (const { path, methods } of routes) {
    const found = path.exec(pathname);
    if (!found) continue;
    const endpoint = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (endpoint) return [endpoint, found[1]];
    const allow = Object.keys(methods).join(", ");
    throw apiProblem(new LiveError("bad_input", `Here is ${allow} only.`), { status: 405, headers: { Allow: allow } });
  }
  throw new LiveError("not_found", "There is nothing at this address. See docs/http-api.md.");
}

function keyOf(segment: string): string {
  const name = decoded(segment);
  if (name !== null && isKeyName(name)) return name;
  throw new LiveError("bad_input", "This is not the name of a key.");
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A % that escapes nothing.
    return null;
  }
}
