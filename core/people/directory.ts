import type * as v from "valibot";
import { sourceOf } from "../keys/name";
import type { ChangeSet } from "../store/change-set";
import type { board } from "./boards";
import type { members } from "./members";

/** Which boards the workspace has, and who belongs to it, as the accounts know it. */
export interface Directory {
  readonly boards: readonly ({ readonly id: string } & v.InferOutput<typeof board>)[];
  readonly members: v.InferOutput<typeof members>;
}

/** The keys that there is one of for each board, and for each person, by their ids. */
const OF_BOARDS = ["$boards", "$rooms", "$marks", "$presence"];
const OF_PEOPLE = ["$inbox", "$followed"];

/**
 * What makes the store say what the directory says. A board that is gone takes its room and marks along, and a person what they
 * kept to themselves. `keysOf`: the keys that are held, by their first segment.
 */
export function directoryChange(
  { boards, members }: Directory,
  keysOf: (first: string) => readonly string[],
): Pick<ChangeSet, "writes" | "removes"> {
  const ids = { boards: new Set(boards.map(({ id }) => id)), people: new Set(members.map(({ id }) => id)) };
  const gone = (names: readonly string[], there: ReadonlySet<string>) =>
    names.flatMap(keysOf).filter((key) => !there.has(key.slice(sourceOf(key).length + 1)));
  const meta = { kind: "value" } as const;
  const writes = boards.map(({ id, ...value }) => ({ key: `$boards.${id}`, value, meta }));
  const removes = [...gone(OF_BOARDS, ids.boards), ...gone(OF_PEOPLE, ids.people)];
  // An object of nobody, such as a bench's, is not told of nobody.
  if (members.length === 0) return { writes, removes: [...removes, "$members"] };
  return { writes: [...writes, { key: "$members", value: [...members], meta }], removes };
}
