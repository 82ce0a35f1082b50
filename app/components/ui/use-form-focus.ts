import { type RefObject, useEffect, useRef } from "react";

/**
 * For a form that its page is about: its first field has the focus when the page is there, and the first one that is
 * wrong when an answer says so. Whatever has the focus otherwise keeps it. `answer`: the last of the server.
 */
export function useFormFocus(answer: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at anew
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    // A button that was pressed is switched off while the answer comes, and loses the focus.
    else if (document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
    }
  }, [answer]);
  return form;
}
