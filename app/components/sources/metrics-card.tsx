import { Card } from "../ui/card";
import { Field } from "../ui/field";
import type { FormErrors } from "./form-errors";
import type { SourceValues } from "./source-values";

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** Which metrics of a Prometheus endpoint become keys, and under which names. The form hides it for other kinds. */
export function MetricsCard({ values, errors }: { values: SourceValues; errors: FormErrors }) {
  return (
    <Card
      className="@container hidden px-4 pt-3 pb-4 group-has-[[value=prometheus]:checked]/source:block"
      aria-labelledby="metrics-title"
    >
      <h2 id="metrics-title" className="mb-3 text-14 font-medium text-strong">
        Metrics
      </h2>
      <div className="grid gap-x-4 gap-y-3 @min-[340px]:grid-cols-2 @min-[560px]:grid-cols-3">
        <Field
          {...plain}
          label="Only these"
          name="include"
          defaultValue={values.include}
          error={errors.include}
          placeholder="all"
          hint="Names with * for any part, separated by blanks."
        />
        <Field
          {...plain}
          label="Not these"
          name="exclude"
          defaultValue={values.exclude}
          error={errors.exclude}
          placeholder="none"
          hint="Such as go_* process_*"
        />
        <Field
          {...plain}
          label="Take off the front of names"
          name="prefix"
          defaultValue={values.prefix}
          error={errors.prefix}
          placeholder="nothing"
          hint="Such as node_"
        />
      </div>
    </Card>
  );
}
