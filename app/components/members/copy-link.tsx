import { Check, Copy } from "lucide";
import { useState } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { LinkText } from "./link-text";

interface Props {
  readonly link: string;
  /** Whom the link is for. */
  readonly email: string;
  /** Whether the link itself stands beside the button already. */
  readonly isShown?: boolean;
}

/** Copies the link of an invitation; where the browser lets no page copy, shows it to be copied by hand. */
export function CopyLink({ link, email, isShown = false }: Props) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  // Not over plain http, nor where a person forbade it: no failure of ours, and the link is shown instead.
  const copy = () =>
    writeClipboard(link).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  const copied = outcome === "copied";
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {outcome === "refused" && !isShown ? <LinkText link={link} email={email} /> : null}
      <Button
        variant={isShown ? "default" : "quiet"}
        icon={copied ? <Icon of={Check} /> : <Icon of={Copy} />}
        onClick={() => void copy()}
        aria-label={copied ? undefined : `Copy the link for ${email}`}
      >
        <span role="status">{copied ? "Copied" : "Copy link"}</span>
      </Button>
    </span>
  );
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
