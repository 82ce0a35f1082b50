import { Popover } from "@base-ui/react/popover";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { ALL } from "../../../core/boards/variable";
import { PopoverCard } from "../ui/popover-card";
import type { ChoiceProps } from "./choice";
import { AllRow, ChoiceRow } from "./choice-row";

interface ChoiceCardProps extends ChoiceProps {
  anchor: RefObject<HTMLElement | null>;
  close: () => void;
}

/** From so many choices on they are searched. */
const MANY = 10;
/** Rows that are drawn; the others are found by searching. */
const MOST = 200;

/** The choices of a variable: one by its name, several by their boxes. Arrow keys go through them. */
export default function ChoiceCard({ name, choices, chosen, mayBeAll, choose, anchor, close }: ChoiceCardProps) {
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const current = useRef<HTMLButtonElement>(null);
  const isMany = choices.length > MANY;
  const words = search.toLowerCase();
  const found = choices.filter((value) => value.toLowerCase().includes(words));
  const only = (value: string) => {
    choose([value]);
    close();
  };
  const toggle = (value: string) => {
    const others = chosen.filter((one) => one !== value && one !== ALL);
    const next = chosen.includes(value) ? others : [...others, value];
    if (next.length > 0) choose(next);
  };
  return (
    <PopoverCard
      anchor={anchor}
      align="start"
      close={close}
      initialFocus={isMany ? field : current}
      finalFocus={anchor}
      onKeyDown={moveFocus}
      className="flex max-h-[min(420px,var(--available-height))] w-[min(280px,calc(100vw-16px))] flex-col"
    >
      <Popover.Title className="sr-only">Choose {name}</Popover.Title>
      {isMany ? (
        <SearchField
          ref={field}
          name={name}
          of={choices.length}
          change={setSearch}
          take={() => (found[0] === undefined ? undefined : only(found[0]))}
        />
      ) : null}
      <ul className="min-h-0 overflow-y-auto p-1">
        {mayBeAll && search === "" ? (
          <AllRow isChosen={chosen.includes(ALL)} current={chosen.includes(ALL) ? current : null} only={only} />
        ) : null}
        {found.slice(0, MOST).map((value) => (
          <ChoiceRow
            key={value}
            value={value}
            isChosen={chosen.includes(value)}
            current={chosen[0] === value ? current : null}
            only={only}
            toggle={toggle}
          />
        ))}
      </ul>
      {found.length === 0 ? <p className="px-3 pb-3 text-muted">{nothing(search)}</p> : null}
      {found.length > MOST ? <p className="px-3 py-2 text-12 text-muted">{found.length - MOST} more</p> : null}
    </PopoverCard>
  );
}

interface SearchFieldProps {
  ref: RefObject<HTMLInputElement | null>;
  name: string;
  of: number;
  change: (text: string) => void;
  /** Takes the first that is found. */
  take: () => void;
}

function SearchField({ ref, name, of, change, take }: SearchFieldProps) {
  return (
    <input
      ref={ref}
      type="search"
      aria-label={`Search ${name}`}
      placeholder={`Search ${of}`}
      onChange={({ target }) => change(target.value)}
      onKeyDown={({ key }) => {
        if (key === "Enter") take();
      }}
      className="m-1 h-8 rounded-4 border border-line-strong bg-panel px-2 phone:h-(--thumb) phone:text-16"
    />
  );
}

function nothing(search: string): string {
  return search === "" ? "No key of its pattern is there yet." : `Nothing has “${search}” in it.`;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-choice]")];
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.parentElement?.contains(document.activeElement),
  );
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}
