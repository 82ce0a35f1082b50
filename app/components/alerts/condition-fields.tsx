import type { FormErrors } from "../sources/form-errors";
import { Field, SelectField } from "../ui/field";
import type { AlertValues } from "./alert-values";

interface Props {
  readonly values: AlertValues;
  readonly errors: FormErrors;
  /** What a number that is typed comes to in words; undefined where there is nothing to say. */
  readonly wordsOf: (field: "value" | "clear") => string | undefined;
}

const conditions = [
  ["above", "at or above"],
  ["below", "at or below"],
  ["equal", "equal to"],
  ["other", "other than"],
  ["stale", "stale or gone"],
] as const;

/** Hidden by what is chosen, so that it is right without JavaScript, too. */
const unlessStale = "group-has-[option[value=stale]:checked]/alert:hidden";
const ifLimit =
  "hidden group-has-[option[value=above]:checked]/alert:block group-has-[option[value=below]:checked]/alert:block";

/** When a rule fires, and when it ends. */
export function ConditionFields({ values, errors, wordsOf }: Props) {
  return (
    <div className="grid grid-cols-3 gap-4 phone:grid-cols-1">
      <SelectField label="Fires when it is" name="is" defaultValue={values.is} error={errors.is}>
        {conditions.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className={unlessStale}>
        <Field
          label="Value"
          name="value"
          autoComplete="off"
          defaultValue={values.value}
          error={errors.value}
          hint={wordsOf("value")}
        />
      </div>
      <div className={ifLimit}>
        <Field
          label="Ends when back past"
          name="clear"
          inputMode="decimal"
          autoComplete="off"
          placeholder="the same value"
          defaultValue={values.clear}
          error={errors.clear}
          hint={wordsOf("clear") ?? "Set it apart where the value wavers about its limit."}
        />
      </div>
      <p className="col-span-full hidden text-12 text-faint group-has-[option[value=stale]:checked]/alert:block">
        Its source fails, was not read or written for four times as long as it should be, or does not bring the key any
        more.
      </p>
    </div>
  );
}
