import { sourceOf } from "../keys/name";
import type { Commit } from "../store/store";

/** How many keys of a source a commit changed, made or removed. */
export function changedOf(commit: Commit | null, slug: string): number {
  if (commit === null) return 0;
  const names = [...commit.changed.map(({ key }) => key), ...commit.removed];
  return names.filter((name) => sourceOf(name) === slug).length;
}
