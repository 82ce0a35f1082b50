/** What a control says of itself: what stands in it, and what the page put there. */
export type InputState =
  | Pick<HTMLInputElement, "type" | "value" | "defaultValue" | "checked" | "defaultChecked">
  | Pick<HTMLTextAreaElement, "value" | "defaultValue">
  | { readonly options: Iterable<Pick<HTMLOptionElement, "selected" | "defaultSelected">> };

/** Whether somebody has typed or chosen something that a new document would lose. */
export function hasUnsavedInput(controls: Iterable<InputState>): boolean {
  return [...controls].some(isChanged);
}

export function controlsOf(document: Document): Iterable<InputState> {
  const of = <Name extends "input" | "textarea" | "select">(name: Name) => [...document.querySelectorAll(name)];
  return [...of("input"), ...of("textarea"), ...of("select")];
}

function isChanged(control: InputState): boolean {
  if ("options" in control) {
    const options = [...control.options];
    // Where the page chose none, the browser shows the first one.
    const chosen = options.some(({ defaultSelected }) => defaultSelected);
    return options.some(({ selected, defaultSelected }, i) => selected !== (chosen ? defaultSelected : i === 0));
  }
  if ("checked" in control) {
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    // Nobody types into these; scripts set them.
    if (control.type === "hidden" || control.type === "submit" || control.type === "button") return false;
  }
  return control.value !== control.defaultValue;
}
