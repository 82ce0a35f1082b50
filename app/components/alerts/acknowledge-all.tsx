import { type SubmitEvent, useState } from "react";
import { notify } from "../notify/notify";
import { Button } from "../ui/button";
import { sendAct } from "./send-act";
import type { Alert } from "./use-alerts";
import { useMayAlert } from "./use-may-alert";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  /** Those that fire. */
  readonly firing: readonly Alert[];
}

/**
 * Takes on at once all that call for somebody as they are shown: what begins to fire meanwhile calls, and what is silenced
 * stays so. It stays while several fire, and keeps the focus. A form, so it works without JavaScript.
 */
export function AcknowledgeAll({ slug, firing }: Props) {
  const [isBusy, setBusy] = useState(false);
  const mayWrite = useMayAlert();
  const calling = firing.filter(({ acknowledged, silenced }) => !acknowledged && !silenced);
  if (!mayWrite || firing.length < 2) return null;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    void sendAct(slug, new FormData(event.currentTarget, event.nativeEvent.submitter)).then((problem) => {
      if (problem !== null) notify({ id: "alert", words: "Not done", more: problem });
      setBusy(false);
    });
  };
  return (
    <form method="post" action={`/w/${slug}/alerts`} onSubmit={send}>
      {calling.map(({ id }) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <Button
        // Without JavaScript nothing else keeps a form that says nothing from being sent.
        type={calling.length === 0 ? "button" : "submit"}
        name="act"
        value="acknowledge"
        off={isBusy || calling.length === 0}
      >
        Acknowledge all
      </Button>
    </form>
  );
}
