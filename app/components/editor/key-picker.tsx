import { Search } from "lucide";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { FoundKeys } from "../../../core/keys/found-keys";
import { useFoundKeys, useRowsAsked } from "../key-list/use-found-keys";
import { useRowsInView } from "../key-list/use-rows-in-view";
import { Icon } from "../ui/icon";
import { useEarlyEnter } from "../ui/use-early-enter";
import { type Choice, keyChoices } from "./key-choices";
import { KeyRow } from "./key-row";
import { useKeySearch } from "./use-key-search";
import { useShownChoice } from "./use-shown-choice";

interface KeyPickerProps {
  readonly slug: string;
  /** Shows on the board what taking this would come to; null: no more. */
  readonly show: (choice: Choice | null) => void;
  readonly take: (choice: Choice) => void;
  readonly close?: () => void;
}

/**
 * Any number of keys to choose from, found by words or by a pattern; each with what it holds, its kind and its age. The
 * board shows what is pointed at, by arrows or a pointer; Enter or a press takes it.
 */
export function KeyPicker({ slug, show, take, close }: KeyPickerProps) {
  const [asked, ask] = useState("");
  const { found, answered, failed, isOf } = useKeySearch(slug, asked);
  const keys = useFoundKeys(found ?? nothing);
  const choices = keyChoices(keys);
  const { active, point } = useActive(found?.asked, choices.count);
  const { box, first, last, before, after, scrollTo } = useRowsInView(choices.count);
  useRowsAsked(slug, keys, Math.max(0, first - choices.lead), Math.max(0, last - choices.lead));
  const drawn = Math.max(0, Math.min(last + 1, choices.count) - first);
  const list = useId();
  const choice = choices.at(active);
  useShownChoice(choice, show);
  const enterEarly = useEarlyEnter(asked, isOf, () => choice && take(choice));
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(active + step, choices.count - 1));
      point(next);
      scrollTo(next);
    } else if (event.key === "Enter") enterEarly();
    else if (event.key === "Escape" && close) close();
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid gap-2">
      <SearchField {...{ asked, ask, press, list }} active={choices.count > 0 ? `${list}-${active}` : undefined} />
      <p role="status" className="text-12 text-muted">
        {failed ? "The keys cannot be loaded just now." : answered ? wordsOf(answered) : "Searching …"}
      </p>
      <div
        ref={box}
        id={list}
        role="listbox"
        aria-label="Keys found"
        className="h-72 overflow-y-auto rounded-6 border border-line"
      >
        <div role="presentation" style={{ paddingTop: before, paddingBottom: after }}>
          {Array.from({ length: drawn }, (_, i) => first + i).map((index) => (
            <KeyRow
              key={choices.at(index)?.key ?? index}
              id={`${list}-${index}`}
              choice={choices.at(index)}
              isActive={index === active}
              point={() => point(index)}
              take={take}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const nothing: FoundKeys = {
  asked: "",
  sort: "name",
  pattern: null,
  from: 0,
  total: 0,
  all: 0,
  sources: [],
  followed: null,
  keys: [],
};

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** The choice that is pointed at: the first of each search. */
function useActive(asked: string | undefined, count: number) {
  const [held, hold] = useState({ asked, index: 0 });
  const index = held.asked === asked ? Math.min(held.index, Math.max(0, count - 1)) : 0;
  return { active: index, point: (next: number) => hold({ asked, index: next }) };
}

interface SearchFieldProps {
  readonly asked: string;
  readonly ask: (asked: string) => void;
  readonly press: (event: KeyboardEvent) => void;
  /** The ids of the list and of the choice in it that is pointed at. */
  readonly list: string;
  readonly active: string | undefined;
}

function SearchField({ asked, ask, press, list, active }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // Whoever opens it is about to search.
  useEffect(() => field.current?.focus(), []);
  return (
    <label className="flex h-9 items-center gap-2 rounded-6 border border-line-control bg-panel px-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus phone:h-(--thumb)">
      <Icon of={Search} className="size-4 shrink-0 text-muted" />
      <span className="sr-only">Search keys</span>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={active}
        value={asked}
        onChange={({ target }) => ask(target.value)}
        onKeyDown={press}
        autoComplete="off"
        spellCheck={false}
        placeholder="Words of a name, or a pattern: node.*"
        className="min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-muted phone:text-16"
      />
    </label>
  );
}

function wordsOf({ asked, total, all }: FoundKeys): string {
  if (total === 0) return asked === "" ? "There are no keys yet." : `No key holds “${asked}”.`;
  return asked === ""
    ? `${all.toLocaleString("en")} keys`
    : `${total.toLocaleString("en")} of ${all.toLocaleString("en")} keys`;
}
