import type { Entry } from "./entry";
import { matchEntries } from "./match-entries";

interface Asked {
  readonly slug: string;
  readonly typed: string;
  readonly entries: readonly Entry[];
  /** Ids, the last used first. */
  readonly recent: readonly string[];
}

interface ShownGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
}

const order: readonly Entry["group"][] = ["Boards", "Panels", "Sources", "Alerts", "Go to", "Actions"];
/** Boards that are offered before anything is typed. */
const BOARDS = 6;

/** What was typed finds, in its groups. Before anything is typed: what was used lately, then boards and places. */
export function shownGroups({ slug, typed, entries, recent }: Asked): ShownGroup[] {
  const isTyped = typed.trim() !== "";
  const found = isTyped ? matchEntries(typed, entries, recent) : entries.filter(({ id }) => !recent.includes(id));
  const last = isTyped ? [] : recent.flatMap((id) => entries.find((one) => one.id === id) ?? keyEntry(slug, id));
  const groups = (isTyped ? order : (["Boards", "Go to"] as const)).map((name) => ({
    name,
    entries: found.filter(({ group }) => group === name).slice(0, name === "Boards" ? BOARDS : undefined),
  }));
  return [{ name: "Recent", entries: last }, ...groups].filter((group) => group.entries.length > 0);
}

/** Keys are not among the entries: one that was opened lately is known by its id alone. */
function keyEntry(slug: string, id: string): Entry[] {
  const key = /^key (.+)$/.exec(id)?.[1];
  return key === undefined ? [] : [{ id, group: "Keys", name: key, does: `/w/${slug}/keys/${key}` }];
}
