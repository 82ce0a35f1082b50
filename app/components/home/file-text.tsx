import { useId, useState } from "react";

/** A text that is pasted, or read from a file. Without JavaScript the file itself is sent. */
export function FileText({ text: initial, isInvalid }: { text: string; isInvalid: boolean }) {
  const id = useId();
  const [text, setText] = useState(initial);
  const read = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <div className="grid gap-3">
      <label className="grid gap-1">
        <span className="font-medium text-body">File</span>
        <input
          type="file"
          name="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
          className="text-muted file:mr-3 file:h-8 file:rounded-6 file:border file:border-solid file:border-line-strong file:bg-panel file:px-2.5 file:font-medium file:text-body phone:file:h-(--thumb)"
        />
      </label>
      <label htmlFor={id} className="font-medium text-body">
        Or its text
      </label>
      <textarea
        id={id}
        name="text"
        rows={14}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        aria-invalid={isInvalid || undefined}
        className="-mt-2 w-full rounded-6 border border-line-control bg-panel p-2.5 font-mono text-12 text-strong aria-invalid:border-failing phone:text-16"
      />
    </div>
  );
}
