import { Check, Copy } from "lucide";
import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

/** Copies a text that stands beside it: where the browser lets no page copy, it can be selected by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  // Not over plain http, nor where a person forbade it: no failure of ours.
  const copy = () =>
    writeClipboard(text).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  const words = { none: "Copy", copied: "Copied", refused: "Select and copy it" };
  return (
    <Button
      icon={outcome === "copied" ? <Icon of={Check} /> : <Icon of={Copy} />}
      onClick={() => void copy()}
      aria-label={outcome === "none" ? label : undefined}
    >
      <span role="status">{words[outcome]}</span>
    </Button>
  );
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
