import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type FoundKey, type FoundKeys, MOST_FOUND } from "../../../core/keys/found-keys";
import { useNow } from "../../live/use-now";
import { formatAge } from "../format/age";
import { measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { fetchKeys } from "../key-list/fetch-keys";
import { useFoundKeys, useRowsAsked } from "../key-list/use-found-keys";
import { useRowsInView } from "../key-list/use-rows-in-view";

/** Milliseconds without a keystroke after which is asked. */
const PAUSE = 120;
const PAGE = Math.min(100, MOST_FOUND);

interface KeyPickerProps {
  readonly slug: string;
  readonly take: (key: string, found: FoundKey | null) => void;
  readonly close?: () => void;
}

/** Any number of keys to choose from, found by words or by a pattern; each with what it holds, its kind and its age. */
export function KeyPicker({ slug, take, close }: KeyPickerProps) {
  const [asked, ask] = useState("");
  const { found, failed } = useSearch(slug, asked);
  const pattern = found?.pattern ?? null;
  const field = useRef<HTMLInputElement>(null);
  // Whoever opens it is about to search.
  useEffect(() => field.current?.focus(), []);
  return (
    <div
      role="presentation"
      className="grid gap-2"
      onKeyDown={(event) => {
        if (event.key === "Escape" && close) {
          event.preventDefault();
          close();
        }
        goOn(event);
      }}
    >
      <label className="flex h-9 items-center gap-2 rounded-6 border border-line-control bg-panel px-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus phone:h-(--thumb)">
        <Search aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
        <span className="sr-only">Search keys</span>
        <input
          type="search"
          value={asked}
          onChange={({ target }) => ask(target.value)}
          ref={field}
          autoComplete="off"
          spellCheck={false}
          placeholder="Words of a name, or a pattern: node.*"
          className="min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-faint phone:text-16"
        />
      </label>
      <p role="status" className="text-12 text-faint">
        {failed ? "The keys cannot be loaded just now." : found ? wordsOf(found) : "Searching …"}
      </p>
      {pattern === null ? null : (
        <button type="button" data-pick className={row} onClick={() => take(pattern, null)}>
          <code className="truncate text-strong">{pattern}</code>
          <span className="ml-auto text-12 text-faint">all that match, and those to come</span>
        </button>
      )}
      {found && found.total > 0 ? <Keys slug={slug} found={found} take={take} /> : null}
    </div>
  );
}

const row =
  "flex h-[34px] w-full min-w-0 items-center gap-2 rounded-4 px-2 text-left hover:bg-hover focus-visible:bg-selected focus-visible:-outline-offset-2";

function wordsOf({ asked, total, all }: FoundKeys): string {
  if (total === 0) return asked === "" ? "There are no keys yet." : `No key holds “${asked}”.`;
  return asked === ""
    ? `${all.toLocaleString("en")} keys`
    : `${total.toLocaleString("en")} of ${all.toLocaleString("en")} keys`;
}

function useSearch(slug: string, asked: string) {
  const [answer, setAnswer] = useState<{ found: FoundKeys | null; failed: boolean }>({ found: null, failed: false });
  useEffect(() => {
    const asking = new AbortController();
    const question = { asked, sort: "name", from: 0, count: PAGE } as const;
    const timer = setTimeout(() => {
      void fetchKeys(slug, question, asking.signal).then((found) => {
        if (!asking.signal.aborted) setAnswer((before) => ({ found: found ?? before.found, failed: found === null }));
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [slug, asked]);
  return answer;
}

interface KeysProps extends Pick<KeyPickerProps, "slug" | "take"> {
  readonly found: FoundKeys;
}

/** Only the rows in view are there. */
function Keys({ slug, found, take }: KeysProps) {
  const keys = useFoundKeys(found);
  const { total } = keys.newest;
  const { box, first, last, before, after } = useRowsInView(total);
  useRowsAsked(slug, keys, first, last);
  const drawn = Math.max(0, Math.min(last + 1, total) - first);
  return (
    <div ref={box} className="h-72 overflow-y-auto rounded-6 border border-line">
      <ul aria-label="Keys found" style={{ paddingTop: before, paddingBottom: after }}>
        {Array.from({ length: drawn }, (_, i) => keys.rowAt(first + i)).map((one, i) => (
          <li key={one?.key ?? first + i} aria-setsize={total} aria-posinset={first + i + 1}>
            {one ? <KeyRow found={one} take={take} /> : <div className="h-[34px]" />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function KeyRow({ found, take }: { found: FoundKey; take: KeyPickerProps["take"] }) {
  const { locale } = useReader();
  const now = useNow();
  const { key, value, unit, kind, label, at } = found;
  return (
    <button type="button" data-pick data-key={key} className={row} onClick={() => take(key, found)}>
      <span className="grid min-w-0 flex-1 leading-4">
        <code className="truncate text-strong" title={key}>
          {key}
        </code>
        {label === null ? null : <span className="truncate text-12 text-faint">{label}</span>}
      </span>
      <span className="max-w-28 shrink-0 truncate text-strong">
        {written(measure(value, unit ?? undefined, locale))}
      </span>
      <span className="w-12 shrink-0 text-12 text-muted">{kind}</span>
      <span className="w-9 shrink-0 text-right text-12 whitespace-nowrap text-faint">{formatAge(now - at)}</span>
    </button>
  );
}

/** Arrows go from the search into the list and along it. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-pick]")];
  const at = all.findIndex((one) => one === document.activeElement);
  const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
