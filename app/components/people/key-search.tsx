import { Search, Star } from "lucide-react";
import { useEffect, useState } from "react";
import { Form, useFetcher } from "react-router";
import type { Json } from "../../../core/json";
import { measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { useHydrated } from "../ui/use-hydrated";

/** What a search found: the first few keys, how many there are, and the pattern that was asked for, where it is one. */
export interface Found {
  readonly asked: string;
  readonly keys: readonly FoundKey[];
  readonly total: number;
  readonly pattern: string | null;
}

interface FoundKey {
  readonly key: string;
  readonly label: string | null;
  readonly value: Json;
  readonly unit: string | null;
}

/** Milliseconds without a keystroke after which is asked. */
const PAUSE = 150;

interface KeySearchProps {
  slug: string;
  found: Found;
  followed: readonly string[];
  follow: (pattern: string) => void;
  unfollow: (pattern: string) => void;
}

/** A field, and below it the keys that hold what is typed there; without a script, a form. */
export function KeySearch({ slug, found, followed, follow, unfollow }: KeySearchProps) {
  const fetcher = useFetcher<Found>();
  const [typed, setTyped] = useState<string | null>(null);
  const { load } = fetcher;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => void load(`/w/${slug}/keys/find?q=${encodeURIComponent(typed)}`), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, slug, load]);
  const shown = typed === null ? found : (fetcher.data ?? found);
  const toggle = (pattern: string) => (followed.includes(pattern) ? unfollow(pattern) : follow(pattern));
  return (
    <Card>
      <Form role="search" className="p-3">
        <label className="flex h-9 items-center gap-2 rounded-6 border border-line-control bg-panel px-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus phone:h-(--thumb)">
          <Search aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
          <span className="sr-only">Search keys</span>
          <input
            type="search"
            name="q"
            defaultValue={found.asked}
            onChange={({ target }) => setTyped(target.value)}
            placeholder="Part of a key's name, or a pattern such as node.*"
            autoComplete="off"
            spellCheck={false}
            className="min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-faint phone:text-16"
          />
        </label>
      </Form>
      {shown.asked === "" ? null : <Results found={shown} followed={followed} toggle={toggle} />}
    </Card>
  );
}

interface ResultsProps {
  found: Found;
  followed: readonly string[];
  toggle: (pattern: string) => void;
}

function Results({ found: { asked, keys, total, pattern }, followed, toggle }: ResultsProps) {
  return (
    <div className="border-t border-line pb-1">
      <p role="status" className="px-3 pt-2 pb-1 text-12 text-faint">
        {total === 0 ? `No key holds “${asked}”.` : `${keys.length} of ${total}`}
      </p>
      <ul aria-label="Keys found">
        {pattern === null ? null : (
          <FollowRow pattern={pattern} note="All that match, and those to come" {...{ followed, toggle }} />
        )}
        {keys.map((one) => (
          <FollowRow key={one.key} pattern={one.key} found={one} {...{ followed, toggle }} />
        ))}
      </ul>
    </div>
  );
}

interface FollowRowProps extends Omit<ResultsProps, "found"> {
  pattern: string;
  note?: string;
  found?: FoundKey;
}

/** One that can be followed, with the value that it had when it was searched. */
function FollowRow({ pattern, note, found, followed, toggle }: FollowRowProps) {
  const { locale } = useReader();
  const hydrated = useHydrated();
  const isFollowed = followed.includes(pattern);
  return (
    <li className="flex min-h-8 items-center gap-2 px-3 hover:bg-hover phone:min-h-(--thumb)">
      <button
        type="button"
        disabled={!hydrated}
        aria-pressed={isFollowed}
        aria-label={`Follow ${pattern}`}
        onClick={() => toggle(pattern)}
        className="-ml-1.5 grid size-7 shrink-0 place-items-center rounded-6 text-muted aria-pressed:text-accent phone:size-(--thumb)"
      >
        <Star aria-hidden className={`size-4 ${isFollowed ? "fill-current" : ""}`} strokeWidth={1.5} />
      </button>
      <code className="min-w-0 truncate text-strong" title={pattern}>
        {pattern}
      </code>
      <span className="min-w-0 flex-1 truncate text-12 text-faint">{note ?? found?.label}</span>
      {found ? (
        <span className="max-w-60 shrink-0 truncate text-strong phone:max-w-28">
          {written(measure(found.value, found.unit ?? undefined, locale))}
        </span>
      ) : null}
    </li>
  );
}
