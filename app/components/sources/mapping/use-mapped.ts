import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { askedOf, draftFingerprint } from "../draft-fingerprint";
import type { FormResult } from "../form-result";
import type { SourceValues } from "../source-values";
import type { Evaluated, evaluate } from "./evaluate";

/**
 * What the rules as they are typed make of the answer of the last test; null while there is none, or it is of another
 * question. What works them out is asked for with the first answer.
 */
export function useMapped(last: FormResult | undefined, typed: SourceValues | undefined): Evaluated | null {
  const reply = last?.sample?.reply;
  const work = useEvaluate(reply !== undefined);
  const values = useDeferredValue(typed ?? last?.values);
  return useMemo(() => {
    if (!work || !reply || !values) return null;
    // What came back of the form lacks its secrets: as long as nothing was typed since, it is the draft that was tried.
    const isSame = typed === undefined || askedOf(draftFingerprint(values)) === askedOf(last?.tested ?? "");
    return isSame ? work(reply, values.rules, "draft") : null;
  }, [work, reply, last, values, typed]);
}

function useEvaluate(wanted: boolean): typeof evaluate | null {
  const [work, setWork] = useState<{ readonly evaluate: typeof evaluate } | null>(null);
  useEffect(() => {
    if (!wanted || work) return;
    let here = true;
    import("./evaluate").then(
      (chunk) => here && setWork({ evaluate: chunk.evaluate }),
      // Without it the page shows what the server found, as it does without JavaScript.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [wanted, work]);
  return work?.evaluate ?? null;
}
