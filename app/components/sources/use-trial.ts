import { type RefObject, useState } from "react";
import type { useFetcher } from "react-router";
import { draftFingerprint } from "./draft-fingerprint";
import type { FormResult } from "./form-result";
import { readValues } from "./source-values";
import type { Trial } from "./test-panel";

/** What may be done with the draft as it stands. */
export type Standing = "untested" | "good" | "failed";

/** Follows a form and the answers it got: where its test stands, and whether that test is still of what is typed. */
export function useTrial(
  form: RefObject<HTMLFormElement | null>,
  fetcher: ReturnType<typeof useFetcher<FormResult>>,
  result: FormResult | undefined,
) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const changed = typed !== undefined && typed !== result?.tested;
  const look = () => {
    if (form.current) setTyped(draftFingerprint(readValues(new FormData(form.current))));
  };
  const trial = trialOf(fetcher.state !== "idle", result, changed);
  return { trial, standing: standingOf(trial), look };
}

function trialOf(running: boolean, result: FormResult | undefined, changed: boolean): Trial {
  if (running) return { state: "running" };
  return result?.sample ? { state: "done", sample: result.sample, changed } : { state: "none" };
}

function standingOf(trial: Trial): Standing {
  if (trial.state !== "done" || trial.changed) return "untested";
  return trial.sample.ok ? "good" : "failed";
}
