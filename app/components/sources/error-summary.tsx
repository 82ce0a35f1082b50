import { Notice } from "../ui/notice";
import { errorCount, type FormErrors } from "./form-errors";

/** Above a form that was not taken: how much is wrong, and that nothing was saved. */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  const { form, ...fields } = errors;
  const count = Object.keys(fields).length;
  if (form === undefined && count === 0) return null;
  return (
    <div className="col-span-full">
      <Notice tone="failing" title={count > 0 ? errorCount(fields) : form}>
        Nothing was saved yet. {count > 0 ? form : null}
      </Notice>
    </div>
  );
}
