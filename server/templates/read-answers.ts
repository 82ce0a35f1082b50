import type { Answers, Template } from "./template";

const LONGEST = 1_000;

/** What was said in a template's form; a field that was not sent counts as what it starts with. */
export function readAnswers({ asks }: Template, form: FormData): Answers {
  return Object.fromEntries(
    asks.map(({ name, initial = "" }) => {
      const said = form.get(name);
      return [name, typeof said === "string" ? said.trim().slice(0, LONGEST) : initial];
    }),
  );
}
