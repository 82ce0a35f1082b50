import type * as v from "valibot";
import type { Principal } from "../live-object";
import type { Place } from "../protocol/presence";
import type { presence } from "./presence";

/** A connection, or what stands for one, and where its pages are. */
export interface Present {
  readonly principal: Principal;
  readonly places: readonly Place[];
}

type Here = v.InferOutput<typeof presence>;

/**
 * Who has which board open: people, not pages, each with one place for each page, whatever connections they have. Who was
 * there `before` keeps their turn and the time since when; `before` also says of which boards to tell that nobody is there.
 */
export function whoIsHere(
  present: Iterable<Present>,
  before: ReadonlyMap<string, Here>,
  now: number,
): Map<string, Here> {
  const boards = new Map<string, Map<string, Here[number]>>([...before.keys()].map((board) => [board, new Map()]));
  for (const { principal, places } of present) {
    if (principal.kind !== "member") continue;
    const { userId: id, name } = principal;
    for (const { board, ...place } of places) {
      const here = boards.get(board) ?? new Map<string, Here[number]>();
      boards.set(board, here);
      const since = before.get(board)?.find((one) => one.id === id)?.since ?? now;
      here.set(id, { id, name, since, places: inOrder([...(here.get(id)?.places ?? []), place]) });
    }
  }
  return new Map([...boards].map(([board, here]) => [board, inTurn(here, before.get(board) ?? [])]));
}

/** Places come in any order, since connections do after a sleep; a change of that alone is none. */
function inOrder(places: Here[number]["places"]): Here[number]["places"] {
  const text = ({ panel = "", editing }: (typeof places)[number]) => `${panel} ${editing === true}`;
  return places.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

function inTurn(here: ReadonlyMap<string, Here[number]>, before: Here): Here {
  const stayed = before.flatMap(({ id }) => here.get(id) ?? []);
  const there = new Set(before.map(({ id }) => id));
  return [...stayed, ...[...here.values()].filter(({ id }) => !there.has(id))];
}
