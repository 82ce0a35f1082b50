import { Search } from "lucide";
import { type ReactNode, useEffect, useRef } from "react";
import { Form, useSearchParams, useSubmit } from "react-router";
import { Icon } from "./icon";

/** Milliseconds without a keystroke after which is asked. */
const PAUSE = 150;

interface ListSearchProps {
  /** What a screen reader hears, such as "Search keys". */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Stands in the field's end: how many were found. */
  readonly note?: ReactNode;
  /** Members of the address that the search leaves as they are. */
  readonly keep?: readonly string[];
  readonly onArrowDown?: () => void;
}

/** The search of a list, kept in the address as `q`: while typing, and without JavaScript by Enter. */
export function ListSearch({ label, placeholder, value, note, keep = [], onArrowDown }: ListSearchProps) {
  const submit = useSubmit();
  const [search] = useSearchParams();
  const field = useFieldOf(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void submit(form, { replace: true, preventScrollReset: true }), PAUSE);
  };
  return (
    <Form
      role="search"
      onChange={({ currentTarget }) => ask(currentTarget)}
      onSubmit={() => clearTimeout(timer.current)}
      className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-6 border border-line-control bg-panel px-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus phone:h-(--thumb)"
    >
      <Icon of={Search} className="size-4 shrink-0 text-muted" />
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || !onArrowDown) return;
          event.preventDefault();
          onArrowDown();
        }}
        className="min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-faint phone:text-16"
      />
      {keep.map((name) => {
        const held = search.get(name);
        return held === null ? null : <input key={name} type="hidden" name={name} value={held} />;
      })}
      {note === undefined ? null : (
        <span role="status" className="shrink-0 text-12 text-faint">
          {note}
        </span>
      )}
    </Form>
  );
}

/** The field shows what the address asks for also where a link or the way back brought it, and never while one types. */
function useFieldOf(value: string) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = field;
    if (current && current !== document.activeElement) current.value = value;
  }, [value]);
  return field;
}
