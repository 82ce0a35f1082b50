import { DraftField } from "./draft-field";
import type { Members } from "./use-members";

interface MemberFieldProps {
  readonly label: string;
  readonly name: string;
  readonly members: Members;
  readonly as: "text" | "number";
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  /** Left out where it is blank, rather than held as "". */
  readonly isOptional?: boolean;
}

/** A member of the panel that is a text or a number. */
export function MemberField({ name, members, as, isOptional = false, ...rest }: MemberFieldProps) {
  const held = members.get(name);
  const value = typeof held === "string" ? held : typeof held === "number" ? String(held) : "";
  const set = (text: string) => {
    if (as === "text") return members.set(name, isOptional && text.trim() === "" ? undefined : text);
    if (text.trim() === "") return isOptional ? members.set(name, undefined) : "A number is missing.";
    const number = Number(text.replace(",", "."));
    return Number.isFinite(number) ? members.set(name, number) : "Not a number.";
  };
  return (
    <DraftField
      value={value}
      set={set}
      rest={members.rest}
      {...(as === "number" && { inputMode: "decimal" })}
      {...rest}
    />
  );
}
