import type { Sample } from "../../../core/live-object";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";
import { StateMark } from "../ui/state-mark";
import { failureAdvice } from "./failure-advice";
import type { Evaluated } from "./mapping/evaluate";
import { MappedKeys } from "./mapping/mapped-keys";
import { SampledKeys } from "./sampled-keys";
import { TestProgress } from "./test-progress";

/** Where the trial of a draft stands. `changed`: the draft is no longer the one that was tried. */
export type Trial =
  | { readonly state: "none" }
  | { readonly state: "running" }
  | { readonly state: "done"; readonly sample: Sample; readonly changed: boolean };

/** A source is given this many seconds to answer unless it is set up otherwise. */
const LONGEST = 10;

interface Props {
  readonly trial: Trial;
  readonly slug: string;
  /** What the rules as they are typed make of the answer; null where only the server's word is known. */
  readonly mapped?: Evaluated | null;
  readonly onCancel?: () => void;
}

/** What the address answers, before anything is saved. */
export function TestPanel({ trial, slug, mapped, onCancel }: Props) {
  const isMapped = mapped !== undefined && mapped !== null;
  return (
    <Card className="sticky top-4 overflow-clip phone:static">
      <div className="flex min-h-11 items-center gap-3 px-4">
        <h2 className="text-14 font-medium text-strong">Test</h2>
        {trial.state === "done" ? <Verdict {...trial} isMapped={isMapped} /> : null}
        {trial.state === "running" && onCancel ? (
          <div className="ml-auto">
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        ) : null}
      </div>
      {/* Its content is announced when it comes; the keys of a sample are too many for that. */}
      <div role="status" className="px-4 pb-4 empty:hidden">
        <TestWords trial={trial} isMapped={isMapped} />
      </div>
      {trial.state === "done" && mapped && trial.changed ? (
        <MappedKeys mapped={mapped} slug={slug} />
      ) : trial.state === "done" && trial.sample.ok ? (
        <SampledKeys slug={slug} {...trial.sample} />
      ) : null}
    </Card>
  );
}

function TestWords({ trial, isMapped }: { trial: Trial; isMapped: boolean }) {
  if (trial.state === "running") return <TestProgress most={LONGEST} />;
  if (trial.state === "none") {
    return (
      <p className="text-muted">Asks the address once from this server and shows the keys it makes. Nothing is kept.</p>
    );
  }
  const { sample, changed } = trial;
  if (changed && isMapped) {
    return <p className="text-muted">What the rules as they are now make of the answer of the last test.</p>;
  }
  return (
    <div className="grid gap-2">
      {sample.ok ? (
        <>
          <p className="text-body">{found(sample.total, sample.took)}</p>
          {sample.notes.map((note) => (
            <p key={note} className="text-muted wrap-anywhere">
              {note}
            </p>
          ))}
        </>
      ) : (
        <Notice tone="failing" title={sample.failure.message}>
          <p>{failureAdvice(sample.failure.code)}</p>
          <p className="text-muted">After {took(sample.took)}.</p>
        </Notice>
      )}
      {changed ? <p className="text-muted">The form has changed since. Test again to see what it gives now.</p> : null}
    </div>
  );
}

function Verdict({ sample, changed, isMapped }: Extract<Trial, { state: "done" }> & { isMapped: boolean }) {
  if (changed)
    return <span className="ml-auto text-12 text-faint">{isMapped ? "as you type" : "of an earlier draft"}</span>;
  return (
    <span className="ml-auto">
      <StateMark state={sample.ok ? "fresh" : "failing"} label={sample.ok ? "Works" : "Failed"} />
    </span>
  );
}

function found(total: number, milliseconds: number): string {
  if (total === 0) return `An answer in ${took(milliseconds)}, but no key in it.`;
  return `${total === 1 ? "One key" : `${total} keys`} in ${took(milliseconds)}.`;
}

function took(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
