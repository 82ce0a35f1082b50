import { ChevronRight } from "lucide";
import { useState } from "react";
import { isArray, isObject, type Json } from "../../../../core/json";
import { Icon } from "../../ui/icon";

/** Parts of one list or object that are shown at first, and with each further push. */
const SHOWN = 50;

interface Props {
  /** What the part is called where it stands; null for the whole. */
  readonly name: string | number | null;
  readonly value: Json;
  readonly steps: readonly (string | number)[];
  readonly onChoose: (steps: readonly (string | number)[]) => void;
}

/** One part of an answer, and what is inside it once it is opened. Nothing of what is closed is drawn. */
export function ReplyNode({ name, value, steps, onChoose }: Props) {
  const parts = partsOf(value);
  const [open, setOpen] = useState(steps.length === 0);
  return (
    <li>
      <div
        className="flex min-w-0 items-center gap-1 pr-3 hover:bg-hover"
        style={{ paddingLeft: indent(steps.length) }}
      >
        {parts === null ? (
          <span className="w-6 shrink-0" />
        ) : (
          <button
            type="button"
            aria-expanded={open}
            aria-label={`${open ? "Close" : "Open"} ${placeOf(steps)}`}
            onClick={() => setOpen(!open)}
            className="grid size-6 shrink-0 place-items-center rounded-4 text-muted phone:size-(--thumb)"
          >
            <Icon of={ChevronRight} className={`size-3.5 ${open ? "rotate-90" : ""}`} />
          </button>
        )}
        <button
          type="button"
          title="Make a key of this"
          onClick={() => onChoose(steps)}
          className="flex h-6 min-w-0 flex-1 items-center gap-1.5 rounded-4 text-left phone:h-(--thumb)"
        >
          <span className="sr-only">Make a key of {placeOf(steps)}: </span>
          {name === null ? null : <span className="shrink-0 text-body">{name}:</span>}
          <span className="truncate text-muted">{preview(value)}</span>
        </button>
      </div>
      {open && parts !== null ? <Parts parts={parts} steps={steps} onChoose={onChoose} /> : null}
    </li>
  );
}

type Parts = readonly (readonly [name: string | number, value: Json])[];

function Parts({ parts, steps, onChoose }: Pick<Props, "steps" | "onChoose"> & { parts: Parts }) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <ul>
      {parts.slice(0, shown).map(([name, value]) => (
        <ReplyNode key={name} name={name} value={value} steps={[...steps, name]} onChoose={onChoose} />
      ))}
      {parts.length > shown ? (
        <li style={{ paddingLeft: indent(steps.length + 1) }}>
          <button
            type="button"
            onClick={() => setShown(shown + SHOWN)}
            className="ml-6 h-6 rounded-4 text-accent underline-offset-2 hover:underline phone:h-(--thumb)"
          >
            {parts.length - shown} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** What is inside; null for what has no inside. */
function partsOf(value: Json): Parts | null {
  if (isArray(value)) return value.map((item, i) => [i, item]);
  return isObject(value) ? Object.entries(value) : null;
}

function indent(level: number): string {
  return `calc(${Math.min(level, 12)} * 0.875rem + 0.5rem)`;
}

function placeOf(steps: readonly (string | number)[]): string {
  return steps.length === 0 ? "the whole answer" : steps.join(" ");
}

function preview(value: Json): string {
  if (isArray(value)) return value.length === 1 ? "1 element" : `${value.length} elements`;
  if (isObject(value))
    return `{${Object.keys(value).slice(0, 6).join(", ")}${Object.keys(value).length > 6 ? ", …" : ""}}`;
  return JSON.stringify(value).slice(0, 120);
}
