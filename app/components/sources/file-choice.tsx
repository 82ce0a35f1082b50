import { Upload } from "lucide";
import { useRef, useState } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

/** Takes the text of a file into the field before it. Without JavaScript it does nothing, and the text is pasted. */
export function FileChoice({ accept, most }: { accept: string; most: number }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState("");
  const take = async (file: File) => {
    const area = chooser.current?.parentElement?.parentElement?.querySelector("textarea");
    if (!area) return;
    const text = decoded(await file.arrayBuffer());
    setRefused(text.length > most ? `${file.name} is too large to be kept with the source: put it at an address.` : "");
    if (text.length > most) return;
    area.value = text;
    // The form goes by what is typed.
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      <input
        ref={chooser}
        type="file"
        accept={accept}
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void take(file);
          // The same file may be chosen again after it was changed.
          target.value = "";
        }}
      />
      <Button icon={<Icon of={Upload} />} onClick={() => chooser.current?.click()}>
        Choose a file
      </Button>
      <p role="status" className="text-12 text-failing-text empty:hidden">
        {refused}
      </p>
    </div>
  );
}

/** UTF-8, or else what Windows writes by default: spreadsheets still export it. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw cause;
  }
}
