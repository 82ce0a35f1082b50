import { Search, X } from "lucide";
import { type RefObject, useEffect, useRef } from "react";
import { Icon } from "../ui/icon";

interface SearchBoxProps {
  /** What is searched: "rows of Orders". */
  what: string;
  /** Null: closed, only its button is there. */
  text: string | null;
  change: (text: string | null) => void;
  /** The field stays while there is nothing in it. */
  stays?: boolean;
}

/** A field in a panel's header that narrows what is below it; `/` within the panel opens it, Escape empties and closes it. */
export function SearchBox({ what, text, change, stays = false }: SearchBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const opening = useRef(false);
  useSlash(box, () => {
    opening.current = true;
    change(text ?? "");
    box.current?.querySelector("input")?.focus();
  });
  if (text === null && !stays) {
    return (
      <div ref={box} data-hands>
        <OpenButton
          what={what}
          open={() => {
            opening.current = true;
            change("");
          }}
        />
      </div>
    );
  }
  return (
    <div
      ref={box}
      data-hands
      className="flex h-6 w-36 min-w-0 items-center gap-1 rounded-6 border border-line-control bg-panel px-1.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus @max-[440px]:w-24 phone:h-8"
    >
      <Icon of={Search} className="size-3.5 shrink-0 text-muted" />
      <input
        ref={(field) => {
          if (opening.current) field?.focus();
          opening.current = false;
        }}
        aria-label={`Search ${what}`}
        placeholder="Search"
        value={text ?? ""}
        autoComplete="off"
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          change(null);
        }}
        className="min-w-0 flex-1 bg-transparent text-12 text-strong outline-none placeholder:text-faint phone:text-16"
      />
      {text === null ? null : (
        <button
          type="button"
          aria-label="End the search"
          onClick={() => change(null)}
          className="text-muted hover:text-strong"
        >
          <Icon of={X} className="size-3.5" />
        </button>
      )}
    </div>
  );
}

function OpenButton({ what, open }: { what: string; open: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Search ${what}`}
      title="Search (/)"
      onClick={open}
      className="grid size-6 place-items-center rounded-6 text-muted hover:bg-hover hover:text-strong phone:size-(--thumb)"
    >
      <Icon of={Search} className="size-3.5" />
    </button>
  );
}

/** `/` anywhere in the panel, unless somebody is writing. */
function useSlash(box: RefObject<HTMLElement | null>, open: () => void): void {
  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
  });
  useEffect(() => {
    const panel = box.current?.closest("section");
    const key = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      newest.current();
    };
    panel?.addEventListener("keydown", key);
    return () => panel?.removeEventListener("keydown", key);
  }, [box]);
}
