import { useEffect, useRef, useState } from "react";
import { MentionField, type MentionFieldHandle } from "../../people/mention-field";
import { Button } from "../../ui/button";
import type { Append, Said } from "./messages";

interface MessageEditorProps {
  said: Said;
  append: Append;
  close: () => void;
}

/** Other words for a message. It stays open until they are in its place. */
export function MessageEditor({ said, append, close }: MessageEditorProps) {
  const field = useRef<MentionFieldHandle>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    const text = field.current?.read().trim() ?? "";
    if (text === "" || saving) return;
    setSaving(true);
    const saved = text === said.text || (await append({ of: said.id, text }));
    setSaving(false);
    if (saved) close();
  };
  return (
    <div className="mt-1 grid gap-1.5">
      <MentionField
        label="Message"
        defaultValue={said.text}
        handle={field}
        onSubmit={() => void save()}
        onCancel={close}
      />
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
        <Button disabled={saving} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </div>
  );
}
