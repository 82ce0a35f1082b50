import { useEffect, useRef } from "react";
import { CopyButton } from "../ui/copy-button";
import { Notice } from "../ui/notice";

/** A key that was just made: the one time that its text is shown. */
export function NewKey({ name, text }: { name: string; text: string }) {
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new one is copied next
  useEffect(() => field.current?.focus(), [text]);
  return (
    <Notice tone="info" title={`The key ${name} is ready. Copy it now: it is not shown again.`}>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <input
          ref={field}
          readOnly
          value={text}
          aria-label={`The key ${name}`}
          onFocus={(event) => event.target.select()}
          className="h-(--control) w-full max-w-130 min-w-0 rounded-6 border border-line-control bg-panel px-2 font-mono text-12 text-strong phone:h-(--thumb)"
        />
        <CopyButton text={text} label={`Copy the key ${name}`} />
      </div>
    </Notice>
  );
}
