import { Card } from "../ui/card";
import { Field } from "../ui/field";
import type { FormErrors } from "./form-errors";
import type { SourceValues } from "./source-values";

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** Which metrics of a Prometheus endpoint become keys, and under which names. The form hides it for other kinds. */
export function MetricsCard({ values, errors }: { values: SourceValues; errors: FormErrors }) {
  return (
    <Card
      className="hidden grid-cols-2 gap-4 p-4 group-has-[[value=prometheus]:checked]/source:grid phone:grid-cols-1"
      aria-labelledby="metrics-title"
    >
      <h2 id="metrics-title" className="col-span-full text-14 font-medium text-strong">
        Metrics
      </h2>
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
    </Card>
  );
}
