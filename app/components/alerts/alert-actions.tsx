import { BellOff } from "lucide";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { silences } from "../../../core/alerts/silences";
import { ProblemStrip } from "../panels/problem-strip";
import { everyWords } from "../sources/duration-words";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { sendAct } from "./send-act";
import type { Alert } from "./use-alerts";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly alert: Pick<Alert, "id" | "name" | "acknowledged" | "silenced">;
}

/** What one does about an alert that fires: take it on, or have it quiet for a while. A form, so it works without JavaScript. */
export function AlertActions({ slug, alert: { id, name, acknowledged, silenced } }: Props) {
  const { form, send, isBusy, problem } = useActs(slug, silenced !== undefined);
  return (
    <form
      ref={form}
      data-hands
      method="post"
      action={`/w/${slug}/alerts`}
      onSubmit={send}
      className="flex flex-wrap items-start gap-2"
    >
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        name="act"
        value={acknowledged ? "unacknowledge" : "acknowledge"}
        off={isBusy}
        aria-label={acknowledged ? `Take back: ${name}` : `Acknowledge ${name}`}
      >
        {acknowledged ? "Take back" : "Acknowledge"}
      </Button>
      {silenced ? (
        <Button
          type="submit"
          name="act"
          value="unsilence"
          off={isBusy}
          data-silence
          icon={<Icon of={BellOff} />}
          aria-label={`End silence of ${name}`}
        >
          End silence
        </Button>
      ) : (
        <SilenceChoice name={name} isBusy={isBusy} />
      )}
      <div className="basis-full empty:hidden">
        {problem === null ? null : <ProblemStrip problem={problem} what="Not done." />}
      </div>
    </form>
  );
}

/** For how long. No menu: this stands in a layer in front of the page, and opens without JavaScript. */
function SilenceChoice({ name, isBusy }: { name: string; isBusy: boolean }) {
  return (
    <details>
      <summary
        data-silence
        aria-label={`Silence… ${name}`}
        className="inline-flex h-(--control) cursor-default list-none items-center gap-1.5 rounded-6 border border-line-strong bg-panel px-2.5 font-medium text-body hover:bg-hover phone:min-h-(--thumb) [&::-webkit-details-marker]:hidden"
      >
        <Icon of={BellOff} className="size-4 text-muted" />
        Silence…
      </summary>
      <div className="mt-2 flex flex-wrap gap-1">
        {silences.map((lasts) => (
          <Button key={lasts} type="submit" name="act" value={`silence ${lasts}`} off={isBusy}>
            {everyWords(lasts)}
          </Button>
        ))}
      </div>
    </details>
  );
}

/** Sends the forms of acts; what they changed comes by itself, as it does on every other page. */
function useActs(slug: string, isSilenced: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const acted = useRef(false);
  // What silences goes when that is done here, and what ends it takes its place: also as what has the focus.
  useEffect(() => {
    if (acted.current && document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>("[data-silence]")?.focus();
    }
    acted.current = false;
  }, [isSilenced]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const sent = new FormData(event.currentTarget, submitter);
    acted.current = true;
    setBusy(true);
    void sendAct(slug, sent).then((told) => {
      setProblem(told);
      setBusy(false);
    });
  };
  return { form, send, isBusy, problem };
}
