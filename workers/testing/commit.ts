import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Json } from "../../core/json";
import type { KeyMeta } from "../../core/protocol/parts";
import type { ChangeSet, Commit } from "../../core/store/store";

/** Writes keys as one commit inside the object, as a source's refresh does. */
export function commit(
  workspace: string,
  values: Readonly<Record<string, Json>>,
  kind: KeyMeta["kind"] = "value",
): Promise<Commit | null> {
  const writes = Object.entries(values).map(([key, value]) => ({ key, value, meta: { kind } }));
  return commitChange(workspace, { writes });
}

/** One commit of anything inside the object. `then`: what follows in the same turn. */
export function commitChange(
  workspace: string,
  part: Partial<ChangeSet>,
  then: (ctx: DurableObjectState) => void = () => {},
): Promise<Commit | null> {
  return runInDurableObject(env.DASHBOARD.getByName(workspace), (object, ctx) => {
    const change: ChangeSet = { at: Date.now(), writes: [], removes: [], lastCheck: null, interval: 0, ...part };
    // The object keeps this one to those who extend it.
    const into: unknown = Reflect.get(object, "commit");
    if (!isCommit(into)) throw new Error("the object has no way in");
    const made = into.call(object, change);
    then(ctx);
    return made;
  });
}

function isCommit(method: unknown): method is (change: ChangeSet) => Commit | null {
  return typeof method === "function";
}
