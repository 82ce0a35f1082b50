import type { FoundKey } from "../../../core/keys/found-keys";
import { useNow } from "../../live/use-now";
import { formatAge } from "../format/age";
import { measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import type { Choice } from "./key-choices";

interface KeyRowProps {
  readonly id: string;
  readonly choice: Choice | undefined;
  readonly isActive: boolean;
  readonly point: () => void;
  readonly take: (choice: Choice) => void;
}

/** A key to choose, with what tells it from others: what it holds, its kind, its age. Blank until it is loaded. */
export function KeyRow({ id, choice, isActive, point, take }: KeyRowProps) {
  if (!choice) return <div className="mx-2 my-1.5 h-5.5 rounded-4 bg-hover" />;
  return (
    // The field keeps the focus: a button would take it, and is none for a keyboard.
    <button
      type="button"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      data-pick
      data-key={choice.found?.key}
      onPointerMove={isActive ? undefined : point}
      onClick={() => take(choice)}
      className="flex h-[34px] w-full min-w-0 items-center gap-2 px-2 text-left aria-selected:bg-selected"
    >
      {choice.found ? <Found found={choice.found} /> : <Pattern pattern={choice.key} />}
    </button>
  );
}

function Pattern({ pattern }: { pattern: string }) {
  return (
    <>
      <code className="truncate text-strong">{pattern}</code>
      <span className="ml-auto text-12 whitespace-nowrap text-muted">all that match, and those to come</span>
    </>
  );
}

function Found({ found: { key, value, unit, kind, label, at } }: { found: FoundKey }) {
  const { locale } = useReader();
  const now = useNow();
  return (
    <>
      <span className="grid min-w-0 flex-1 leading-4">
        <code className="truncate text-strong" title={key}>
          {key}
        </code>
        {label === null ? null : <span className="truncate text-12 text-muted">{label}</span>}
      </span>
      <span className="grid max-w-28 shrink-0 justify-items-end leading-4">
        <span className="max-w-full truncate text-strong">{written(measure(value, unit ?? undefined, locale))}</span>
        <span className="text-12 whitespace-nowrap text-muted">
          {kind}, {formatAge(now - at)}
        </span>
      </span>
    </>
  );
}
