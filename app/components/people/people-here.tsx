import type { BoardDocument } from "../../../core/boards/document";
import { Avatar } from "./avatar";
import { placeWords } from "./place-words";
import { useHere } from "./use-here";

/** Faces that fit into a header. */
const SHOWN = 3;
const CARD = "people-here";

/** Who has this board open: a few in the header, all of them with where they are behind it. */
export function PeopleHere({ boardId, document }: { boardId: string; document: BoardDocument }) {
  const here = useHere(boardId);
  if (here.length === 0) return null;
  const titles = new Map(document.panels.map(({ id, title }) => [id, title]));
  const more = here.length - SHOWN;
  return (
    <>
      <button
        type="button"
        popoverTarget={CARD}
        className="relative flex items-center gap-0.5 rounded-6 p-0.5 hover:bg-hover phone:hidden"
      >
        <span className="sr-only">{`${here.length === 1 ? "1 person" : `${here.length} people`} here`}</span>
        {here.slice(0, SHOWN).map(({ id, name }) => (
          <Avatar key={id} name={name} />
        ))}
        {more > 0 ? (
          <span aria-hidden className="px-1 text-12 text-muted">
            +{more}
          </span>
        ) : null}
      </button>
      <div
        id={CARD}
        popover="auto"
        className="fixed inset-auto top-11 right-3 m-0 w-72 rounded-8 border border-line-strong bg-raised p-2 text-body shadow-float"
      >
        <ul aria-label="People here" className="grid gap-1">
          {here.map((one) => (
            <li key={one.id} className="flex min-w-0 items-center gap-2 px-1 py-0.5">
              <Avatar name={one.name} />
              <span className="min-w-0 truncate font-medium text-strong">{one.name}</span>
              <span className="ml-auto max-w-40 truncate text-12 text-muted">{placeWords(one, titles)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
