import { CopyButton } from "../../ui/copy-button";

/** Text to copy into a shell or a page. */
export function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <div className="grid justify-items-start gap-2">
      <pre
        tabIndex={0}
        aria-label={label}
        className="w-full overflow-x-auto rounded-6 border border-line bg-well p-3 font-mono text-12 text-strong"
      >
        {text}
      </pre>
      <CopyButton text={text} label={`Copy: ${label}`} />
    </div>
  );
}
