import { useState } from "react";
import { AreaField, Field } from "../ui/field";

interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  /** Takes what was typed; why it cannot be, in a sentence, or null. */
  readonly set: (text: string) => string | null;
  /** From here on it is another step to undo. */
  readonly rest: () => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly inputMode?: "decimal";
  readonly isLong?: boolean;
}

interface Typed {
  readonly text: string;
  readonly error: string | null;
}

/**
 * A field of the drawer. What fits goes into the board while it is typed; what does not stays in the field, with the
 * reason, and the board is as it was. Where the board's value changes by another way, as by undo, the field follows.
 */
export function DraftField({ label, value, set, rest, hint, placeholder, inputMode, isLong = false }: DraftFieldProps) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [held, hold] = useState(value);
  const isFocused = typed !== null && typed.error === null;
  if (held !== value) {
    hold(value);
    // Undone, or changed by somebody else: what is typed just now says the same in its own words.
    if (isFocused && !isSame(typed.text, value)) setTyped(null);
  }
  const shown = typed ?? { text: value, error: null };
  const props = {
    label,
    name: label,
    hint,
    error: shown.error ?? undefined,
    placeholder,
    value: shown.text,
    autoComplete: "off",
    spellCheck: false,
    onChange: ({ target }: { target: { value: string } }) => setTyped({ text: target.value, error: set(target.value) }),
    onBlur: () => {
      if (typed?.error === null) setTyped(null);
      rest();
    },
  };
  return isLong ? <AreaField {...props} rows={10} /> : <Field {...props} inputMode={inputMode} />;
}

/** "1.50" and "1.5", " a" and "a". */
function isSame(typed: string, value: string): boolean {
  const text = typed.trim();
  return text === value.trim() || (text !== "" && Number(text) === Number(value));
}
