import { Send } from "lucide";
import { useRef, useState } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { MentionField, type MentionFieldHandle } from "./mention-field";

interface ComposerProps {
  label: string;
  placeholder: string;
  /** True once it is said. */
  send: (text: string) => Promise<boolean>;
}

/** Where a message is written. What could not be said comes back into the field. */
export function Composer({ label, placeholder, send }: ComposerProps) {
  const field = useRef<MentionFieldHandle>(null);
  const [filled, setFilled] = useState(false);
  const submit = async () => {
    const text = field.current?.read().trim() ?? "";
    if (text === "") return;
    field.current?.write("");
    setFilled(false);
    if (await send(text)) return;
    if (field.current?.read() === "") {
      field.current.write(text);
      setFilled(true);
    }
  };
  return (
    <div data-hands className="flex items-end gap-2 px-3 pt-2 pb-3">
      <MentionField
        label={label}
        placeholder={placeholder}
        handle={field}
        onSubmit={() => void submit()}
        onFilled={setFilled}
      />
      <div className="flex h-9 items-center phone:h-(--thumb)">
        <Button
          variant="quiet"
          icon={<Icon of={Send} />}
          aria-label="Send"
          disabled={!filled}
          onClick={() => void submit()}
        />
      </div>
    </div>
  );
}
