import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { MAX_TEXT } from "../../../core/people/message";
import { MentionChoice } from "./mention-choice";
import { type MentionQuery, mentionQuery, whoMatches } from "./mention-query";
import { type Member, useMembers } from "./use-members";

/** What a form around it needs: the field keeps its own text, so that the page knows of what is typed and not sent. */
export interface MentionFieldHandle {
  read(): string;
  write(text: string): void;
  focus(): void;
}

interface MentionFieldProps {
  label: string;
  placeholder?: string;
  defaultValue?: string;
  handle: Ref<MentionFieldHandle>;
  onSubmit: () => void;
  onCancel?: () => void;
  /** Whether something stands in it. */
  onFilled?: (filled: boolean) => void;
}

/** A field for a message. Enter sends, Shift with Enter begins a line, `@` offers the members. */
export function MentionField(props: MentionFieldProps) {
  const { label, placeholder, defaultValue, handle, onSubmit, onCancel, onFilled } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const choice = useChoice();
  useImperativeHandle(handle, () => handleOf(field), []);
  const look = () => {
    if (field.current) choice.look(field.current.value, field.current.selectionStart);
  };
  const pick = (member: Member) => {
    const { query } = choice;
    if (!field.current || !query) return;
    field.current.setRangeText(`@${member.name} `, query.start, query.start + 1 + query.typed.length, "end");
    field.current.focus();
    choice.close();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = choice.found[choice.at];
    if (chosen && (event.key === "ArrowDown" || event.key === "ArrowUp"))
      choice.step(event.key === "ArrowDown" ? 1 : -1);
    else if (chosen && (event.key === "Enter" || event.key === "Tab")) pick(chosen);
    else if (chosen && event.key === "Escape") choice.close();
    else if (event.key === "Enter" && !event.shiftKey) onSubmit();
    else if (event.key === "Escape" && onCancel) onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative min-w-0 flex-1">
      <textarea
        ref={field}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={choice.found.length > 0}
        aria-controls={list}
        {...(choice.found.length > 0 && { "aria-activedescendant": `${list}-${choice.at}` })}
        placeholder={placeholder}
        defaultValue={defaultValue}
        maxLength={MAX_TEXT}
        rows={1}
        onKeyDown={keyDown}
        onInput={() => {
          look();
          onFilled?.(field.current?.value.trim() !== "");
        }}
        onClick={look}
        onBlur={choice.close}
        className="block max-h-40 min-h-9 w-full resize-none rounded-6 border border-line-control bg-panel px-2.5 py-[7px] text-strong [field-sizing:content] placeholder:text-faint focus-visible:-outline-offset-1 phone:min-h-(--thumb) phone:py-2.5 phone:text-16"
      />
      <MentionChoice id={list} found={choice.found} at={choice.at} pick={pick} />
    </div>
  );
}

function handleOf(field: { current: HTMLTextAreaElement | null }): MentionFieldHandle {
  return {
    read: () => field.current?.value ?? "",
    write: (text) => {
      if (field.current) field.current.value = text;
    },
    focus: () => field.current?.focus(),
  };
}

/** Who is offered for what is being typed, and which of them is marked. */
function useChoice() {
  const members = useMembers();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [at, setAt] = useState(0);
  const found = query === null ? [] : whoMatches(members, query.typed);
  return {
    query,
    found,
    at: Math.min(at, Math.max(0, found.length - 1)),
    look: (text: string, caret: number) => {
      setQuery(mentionQuery(text, caret));
      setAt(0);
    },
    step: (by: 1 | -1) => setAt((held) => (held + by + found.length) % found.length),
    close: () => setQuery(null),
  };
}
