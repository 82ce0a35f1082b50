import type { Ref } from "react";
import { ALL } from "../../../core/boards/variable";

const rowLook =
  "min-w-0 truncate rounded-4 px-2 py-1 text-left hover:bg-hover aria-[current]:font-medium aria-[current]:text-strong phone:h-(--thumb)";

interface ChoiceRowProps {
  value: string;
  isChosen: boolean;
  current: Ref<HTMLButtonElement>;
  only: (value: string) => void;
  toggle: (value: string) => void;
}

/** One choice: its name chooses it alone, its box adds it or takes it away. */
export function ChoiceRow({ value, isChosen, current, only, toggle }: ChoiceRowProps) {
  return (
    <li className="flex items-center">
      <label className="grid size-7 shrink-0 place-items-center phone:size-(--thumb)">
        <input
          type="checkbox"
          aria-label={`${value} with others`}
          checked={isChosen}
          onChange={() => toggle(value)}
          className="size-4 accent-accent"
        />
      </label>
      <button
        type="button"
        data-choice
        ref={current}
        title={value}
        aria-current={isChosen || undefined}
        onClick={() => only(value)}
        className={`${rowLook} flex-1`}
      >
        {value === "" ? "(empty)" : value}
      </button>
    </li>
  );
}

interface AllRowProps {
  isChosen: boolean;
  current: Ref<HTMLButtonElement>;
  only: (value: string) => void;
}

export function AllRow({ isChosen, current, only }: AllRowProps) {
  return (
    <li>
      <button
        type="button"
        data-choice
        ref={current}
        aria-current={isChosen || undefined}
        onClick={() => only(ALL)}
        className={`${rowLook} w-full pl-9 phone:pl-13`}
      >
        All
      </button>
    </li>
  );
}
