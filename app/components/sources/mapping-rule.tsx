import { X } from "lucide-react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import type { FormErrors } from "./form-errors";
import type { RuleValues } from "./source-values";

interface Props {
  readonly index: number;
  readonly values: RuleValues;
  readonly errors: FormErrors;
  /** Just added by hand: typing goes there. */
  readonly fresh: boolean;
  readonly onRemove: () => void;
}

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** One line of the mapping: which key, picked how, split by what, in which unit. */
export function MappingRule({ index, values, errors, fresh, onRemove }: Props) {
  const error = (field: keyof RuleValues) => errors[`rule.${index}.${field}`];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_28px] items-start gap-x-3 gap-y-2 border-t border-line px-4 py-3 phone:grid-cols-[minmax(0,1fr)_44px]">
      <Field
        {...plain}
        label="Key"
        name="rule.path"
        defaultValue={values.path}
        error={error("path")}
        autoFocus={fresh}
      />
      <div className="phone:order-1 phone:col-span-2">
        <Field {...plain} label="Expression" name="rule.pick" defaultValue={values.pick} error={error("pick")} />
      </div>
      <div className="mt-6 grid h-9 items-center phone:h-(--thumb)">
        <Button
          type="submit"
          variant="quiet"
          name="intent"
          value={`drop-rule:${index}`}
          icon={<X aria-hidden />}
          aria-label={`Remove rule ${index + 1}`}
          onClick={(event) => {
            event.preventDefault();
            onRemove();
          }}
        />
      </div>
      <div className="phone:order-2 phone:col-span-2">
        <Field
          {...plain}
          label="Unit"
          name="rule.unit"
          defaultValue={values.unit}
          error={error("unit")}
          placeholder="none"
        />
      </div>
      <div className="phone:order-3 phone:col-span-2">
        <Field
          {...plain}
          label="One key for each element, named by"
          name="rule.by"
          defaultValue={values.by}
          error={error("by")}
          placeholder="a field of the element"
        />
      </div>
    </li>
  );
}
