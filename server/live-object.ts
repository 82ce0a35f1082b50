import type { LiveObject } from "../core/live-object";

/** The object of a workspace. Objects are named by ids, never by slugs, so that a renamed workspace keeps its own. */
export function liveObject(env: Pick<Env, "DASHBOARD">, workspaceId: string): LiveObject {
  const stub: unknown = env.DASHBOARD.getByName(workspaceId);
  // The class implements LiveObject, which the compiler checks there. The stub's own type maps every result through
  // Serializable<T>, which does not end on a recursive type such as Json (TS2589).
  return stub as LiveObject;
}
