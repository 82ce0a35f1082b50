import { useCallback, useEffect, useState } from "react";
import type { FoundKey, FoundKeys } from "../../../core/keys/found-keys";
import { usePaced } from "../panels/use-paced";
import { fetchKeys } from "./fetch-keys";
import { useCensus } from "./use-census";

/** Keys of one answer of the server. */
const PAGE = 100;
/** How often a list is asked for anew at most, in milliseconds, while keys come and go. */
const ANEW = 2_000;

interface Held {
  /** What the loader brought: the first page of a search, and which search it is. */
  readonly of: FoundKeys;
  /** By the number of their page, with what the sources held when they were asked for. */
  readonly pages: ReadonlyMap<number, { readonly answer: FoundKeys; readonly census: string }>;
  readonly newest: FoundKeys;
  readonly failed: boolean;
}

/**
 * What a search found, as far as it was asked for: the loader's page at first. `among`: what it was searched among; where
 * that becomes another, all of it is asked for anew.
 */
export function useFoundKeys(found: FoundKeys, among = "") {
  const census = `${usePaced(useCensus(), ANEW)} ${among}`;
  const [held, hold] = useState(() => begin(found, census));
  if (held.of !== found) hold(begin(found, census));
  const { pages, newest, failed } = held;
  const rowAt = useCallback(
    (index: number): FoundKey | undefined => pages.get(Math.floor(index / PAGE))?.answer.keys[index % PAGE],
    [pages],
  );
  return { pages, newest, failed, rowAt, census, hold };
}

/** Asks for what rows from `first` to `last` need, and anew when sources gain or lose keys. Gives another try. */
export function useRowsAsked(slug: string, keys: ReturnType<typeof useFoundKeys>, first: number, last: number) {
  const { pages, newest, census, hold } = keys;
  const { asked, sort } = newest;
  const followed = newest.followed !== null;
  const [tries, setTries] = useState(0);
  const wanted = pagesOf(first, Math.min(last, newest.total - 1)).filter((page) => pages.get(page)?.census !== census);
  const missing = wanted.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks for the same again
  useEffect(() => {
    const asking = new AbortController();
    for (const page of missing.split(" ").filter(Boolean).map(Number)) {
      const question = { asked, sort, from: page * PAGE, count: PAGE, followed };
      void fetchKeys(slug, question, asking.signal).then((answer) => {
        if (!asking.signal.aborted) hold((before) => withPage(before, page, answer, census));
      });
    }
    return () => asking.abort();
  }, [slug, asked, sort, followed, missing, census, hold, tries]);
  return () => setTries((before) => before + 1);
}

function begin(found: FoundKeys, census: string): Held {
  return { of: found, pages: new Map([[0, { answer: found, census }]]), newest: found, failed: false };
}

function withPage(before: Held, page: number, answer: FoundKeys | null, census: string): Held {
  if (answer === null) return { ...before, failed: true };
  const pages = new Map([...before.pages, [page, { answer, census }]]);
  return { ...before, pages, newest: answer, failed: false };
}

function pagesOf(first: number, last: number): number[] {
  const [from, to] = [Math.floor(first / PAGE), Math.floor(Math.max(first, last) / PAGE)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
