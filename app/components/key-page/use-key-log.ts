import { useEffect, useState } from "react";
import type { KeyLog } from "../../../core/keys/key-log";
import { useLiveKey } from "../../live/use-live-key";
import { usePaced } from "../panels/use-paced";
import { fetchLog } from "./fetch-log";

/** How often a log is asked for at most, in milliseconds, while its key changes. */
const ANEW = 1_000;

interface Asked {
  /** Null where the log of the first paint stays true: all that its key's changes come from is known without it. */
  readonly slug: string | null;
  readonly name: string;
  /** Null: it was not to be had then. */
  readonly first: KeyLog | null;
}

/** A key's log as of its last change, asked for again when the key has changed. */
export function useKeyLog({ slug, name, first }: Asked) {
  const [log, hold] = useState(first);
  const [failed, fail] = useState(false);
  const [tries, setTries] = useState(0);
  const rev = usePaced(useLiveKey(name)?.rev ?? 0, ANEW);
  const isOld = log === null || log.rev < rev;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later change, or another try, asks for the same again
  useEffect(() => {
    if (slug === null || !isOld) return;
    const asking = new AbortController();
    void fetchLog(slug, name, asking.signal).then((answer) => {
      if (asking.signal.aborted) return;
      fail(answer === null);
      if (answer !== null) hold(answer);
    });
    return () => asking.abort();
  }, [slug, name, isOld, rev, tries]);
  return { log, failed, again: () => setTries((before) => before + 1) };
}
