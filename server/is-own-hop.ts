import { HOP_HEADER, hopMarkOf } from "../core/sources/hop";
import { readEnv } from "./env";

/**
 * Whether a request comes from a source of this very server: by a name or a redirect that the guard could not know for
 * its own. Answered, it would be a loop, and a way round the sign-in from inside.
 */
export function isOwnHop(request: Request, env: object): boolean {
  const mark = request.headers.get(HOP_HEADER);
  return mark !== null && mark === hopMarkOf(readEnv(env).baseUrl);
}

/** RFC 5842, 7.2. */
export function loopDetected(): Response {
  return new Response("A source of this server may not read the server itself.\n", { status: 508 });
}
