import { Card } from "../ui/card";
import { Field, SelectField } from "../ui/field";
import type { FormErrors } from "./form-errors";
import type { PlanValues } from "./plan-values";

const modes = [
  ["idle", "is asked each minute at most"],
  ["watched", "is asked once a day"],
  ["always", "is asked as often as ever"],
] as const;

/** When a source is asked, beside its interval. The form hides it for kinds that nobody asks. */
export function PlanCard({ values, errors }: { values: PlanValues; errors: FormErrors }) {
  return (
    <Card
      className="@container px-4 pt-3 pb-4 group-has-[[data-written]:checked]/source:hidden"
      aria-labelledby="plan-title"
    >
      <h2 id="plan-title" className="mb-3 text-14 font-medium text-strong">
        When and how often at most
      </h2>
      <div className="grid gap-x-4 gap-y-3 @min-[340px]:grid-cols-2">
        <SelectField label="While nobody watches, it" name="mode" defaultValue={values.mode} error={errors.mode}>
          {modes.map(([mode, words]) => (
            <option key={mode} value={mode}>
              {words}
            </option>
          ))}
        </SelectField>
        <Field
          label="Calls an hour at most"
          name="budget"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values.budget}
          error={errors.budget}
          placeholder="no limit"
          hint="They spread over the hour."
        />
        <Field
          label="At these times, in place of the interval"
          name="cron"
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.cron}
          error={errors.cron}
          placeholder="30 7 * * 1-5"
          hint="Cron: minute, hour, day, month, day of the week."
        />
        <Field
          label="By the clock of"
          name="zone"
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.zone}
          error={errors.zone}
          hint="A time zone, such as Europe/Berlin."
        />
      </div>
    </Card>
  );
}
