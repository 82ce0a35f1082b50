import { Notice } from "../ui/notice";
import type { FormAnswer } from "./answer";

const numbers = ["No", "One", "Two", "Three", "Four", "Five"];

/** Above the fields: how many need a change, or what is wrong with the whole. Announced when it appears. */
export function FormSummary({ answer }: { answer: FormAnswer | undefined }) {
  if (!answer) return null;
  const count = Object.keys(answer.errors).length;
  if (answer.problem === null && count === 0) return null;
  const title =
    answer.problem ?? (count === 1 ? "One field needs a change." : `${numbers[count] ?? count} fields need a change.`);
  return (
    <Notice tone="failing" title={title}>
      Nothing was saved yet.
    </Notice>
  );
}
