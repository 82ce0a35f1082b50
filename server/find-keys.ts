import * as v from "valibot";
import { type FoundKeys, type KeyQuestion, keySort } from "../core/keys/found-keys";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";

/** Keys of one answer; a list that is scrolled further asks again. */
const PAGE = 100;

/** What an address asks for: `q` a search, `sort` its order, `from` how many to leave out,
 * `count` how many to bring, `tab=followed` only those that the reader follows. */
export function keyQuestion(search: URLSearchParams): KeyQuestion {
  const sort = v.safeParse(keySort, search.get("sort"));
  return {
    ...(search.get("tab") === "followed" ? { followed: true } : {}),
    asked: search.get("q") ?? "",
    sort: sort.success ? sort.output : "name",
    from: natural(search.get("from"), 0),
    count: Math.min(PAGE, natural(search.get("count"), PAGE)),
  };
}

/** The workspace's keys that a question finds. */
export function findKeys(
  env: Env,
  { workspace, principal }: Pick<WorkspaceAccess, "workspace" | "principal">,
  question: KeyQuestion,
): Promise<FoundKeys> {
  return liveObject(env, workspace.id).findKeys(principal, question);
}

function natural(text: string | null, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}
