import { useEffect, useMemo, useRef, useState } from "react";
import { type FoundKeys, MOST_FOUND } from "../../../core/keys/found-keys";
import { narrowed } from "../../../core/keys/narrowed";
import { fetchKeys } from "../key-list/fetch-keys";

/** A keystroke that follows another one within so many milliseconds waits for as long: a key that is held down repeats faster. */
const PAUSE = 40;
const PAGE = Math.min(100, MOST_FOUND);

interface Answers {
  /** By what was asked. */
  readonly all: ReadonlyMap<string, FoundKeys>;
  readonly newest: FoundKeys | null;
  readonly failed: boolean;
}

/**
 * The keys that are found by words or by a pattern, as far as a first page goes. `found` is there at once: until the
 * answer comes, what was found before of the same search, of a wider one, or of the one before it.
 */
export function useKeySearch(slug: string, typed: string) {
  const asked = typed.trim();
  const [{ all, newest, failed }, setAnswers] = useState<Answers>({ all: new Map(), newest: null, failed: false });
  const struckAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const at = performance.now();
    const isAlone = at - struckAt.current > PAUSE;
    struckAt.current = at;
    const asking = new AbortController();
    const question = { asked, sort: "name", from: 0, count: PAGE } as const;
    const ask = async () => {
      const answer = await fetchKeys(slug, question, asking.signal);
      if (!asking.signal.aborted) setAnswers((before) => withAnswer(before, asked, answer));
    };
    const timer = setTimeout(() => void ask(), asked === "" || isAlone ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [slug, asked]);
  const found = useMemo(() => all.get(asked) ?? (newest && narrowed(newest, asked)) ?? newest, [all, newest, asked]);
  return { found, answered: newest, failed, isOf: found?.asked === asked };
}

function withAnswer({ all, newest }: Answers, asked: string, answer: FoundKeys | null): Answers {
  if (answer === null) return { all, newest, failed: true };
  return { all: new Map([...all, [asked, answer]]), newest: answer, failed: false };
}
