import { type RefObject, useState } from "react";
import { draftFingerprint } from "./draft-fingerprint";
import type { FormResult } from "./form-result";
import { readValues, type SourceValues } from "./source-values";
import type { Trial } from "./test-panel";

/** What may be done with the draft as it stands. */
export type Standing = "untested" | "good" | "failed";

/** Follows a form and the answers it got: how its last test ended, and whether that is still of what is typed. */
export function useTrial(form: RefObject<HTMLFormElement | null>, running: boolean, result: FormResult | undefined) {
  const [typed, setTyped] = useState<SourceValues | undefined>(undefined);
  const last = useLastTest(result);
  const changed = typed !== undefined && draftFingerprint(typed) !== last?.tested;
  const look = () => {
    if (form.current) setTyped(readValues(new FormData(form.current)));
  };
  const trial = trialOf(running, last, changed);
  return { trial, standing: standingOf(trial), tested: last?.tested ?? "", look, last, typed };
}

/** An answer about other fields leaves the last test as it was. */
function useLastTest(result: FormResult | undefined): FormResult | undefined {
  const [last, keep] = useState(result);
  if (result !== last && result !== undefined && (result.sample || last === undefined)) keep(result);
  return result?.sample ? result : last;
}

function trialOf(running: boolean, last: FormResult | undefined, changed: boolean): Trial {
  if (running) return { state: "running" };
  return last?.sample ? { state: "done", sample: last.sample, changed } : { state: "none" };
}

function standingOf(trial: Trial): Standing {
  if (trial.state !== "done" || trial.changed) return "untested";
  return trial.sample.ok ? "good" : "failed";
}
