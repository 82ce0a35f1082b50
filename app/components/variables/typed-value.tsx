import { useId } from "react";
import { ALL } from "../../../core/boards/variable";

interface TypedValueProps {
  name: string;
  chosen: readonly string[];
  choose: (values: readonly string[]) => void;
}

/** A value that is typed: taken on Enter, or when the field is left. Nothing typed stands for all. */
export function TypedValue({ name, chosen: [value = ""], choose }: TypedValueProps) {
  const id = useId();
  const take = (text: string) => {
    const next = text.trim();
    if (next !== value) choose(next === "" ? [] : [next]);
  };
  return (
    <span className="flex h-(--control) items-center rounded-6 border border-line-strong bg-panel focus-within:border-accent phone:h-(--thumb)">
      <label htmlFor={id} className="pl-2.5 text-muted">
        {name}
      </label>
      <input
        // The address may change under it, by going back.
        key={value}
        id={id}
        defaultValue={value === ALL ? "" : value}
        placeholder="All"
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") take(currentTarget.value);
        }}
        className="h-full w-36 rounded-6 bg-transparent px-2 font-medium text-strong placeholder:font-regular placeholder:text-faint phone:text-16"
      />
    </span>
  );
}
