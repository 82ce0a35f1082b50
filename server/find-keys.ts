import type { Json } from "../core/json";
import { isExact, isPattern, matches } from "../core/keys/pattern";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";

/** Keys that one search shows. */
const MOST = 8;
/** Characters of a search at most: as many as a key's name has. */
const LONGEST = 128;

export interface FoundKey {
  readonly key: string;
  readonly label: string | null;
  readonly value: Json;
  readonly unit: string | null;
}

/** The first few keys by name, and how many there are; `pattern`: what was asked for, where it is one of many keys. */
export interface FoundKeys {
  readonly asked: string;
  readonly keys: readonly FoundKey[];
  readonly total: number;
  readonly pattern: string | null;
}

/** The workspace's keys whose name or label holds what was typed, or that match it where it is a pattern. */
export async function findKeys(env: Env, { workspace, principal }: WorkspaceAccess, typed: string): Promise<FoundKeys> {
  const asked = typed.trim().slice(0, LONGEST);
  if (asked === "") return { asked, keys: [], total: 0, pattern: null };
  const pattern = isPattern(asked) && !isExact(asked) ? asked : null;
  const { values } = await liveObject(env, workspace.id).changesSince(principal, [pattern ?? "*"], null);
  const found = values
    .filter(({ key, meta }) => (pattern ? matches(pattern, key) : holds(key, asked) || holds(meta.label ?? "", asked)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const keys = found
    .slice(0, MOST)
    .map(({ key, value, meta }) => ({ key, value, label: meta.label ?? null, unit: meta.unit ?? null }));
  return { asked, keys, total: found.length, pattern };
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
