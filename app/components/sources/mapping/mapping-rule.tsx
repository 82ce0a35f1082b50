import { X } from "lucide";
import { Button } from "../../ui/button";
import { Field, SelectField } from "../../ui/field";
import { Icon } from "../../ui/icon";
import type { FormErrors } from "../form-errors";
import type { RuleValues } from "../source-values";

interface Props {
  readonly index: number;
  readonly values: RuleValues;
  readonly errors: FormErrors;
  readonly onRemove: () => void;
}

/** One line of the mapping: which key, picked how, in which unit, and how a list is taken apart or its rows are told apart. */
export function MappingRule({ index, values, errors, onRemove }: Props) {
  const field = (name: keyof RuleValues) => ({
    name: `rule.${name}`,
    defaultValue: values[name],
    error: errors[`rule.${index}.${name}`],
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
  });
  return (
    <li className="@container grid gap-3 border-t border-line px-4 py-3">
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 phone:grid-cols-1">
          <Field label="Key" {...field("path")} />
          <Field label="Expression" {...field("expression")} />
        </div>
        <div className="mt-6 grid h-9 items-center phone:h-(--thumb)">
          <RemoveRule index={index} onRemove={onRemove} />
        </div>
      </div>
      <div className="grid items-end gap-3 @min-[360px]:grid-cols-2 @min-[520px]:grid-cols-3">
        <Field label="Unit" placeholder="guessed" {...field("unit")} />
        <Field label="Times" placeholder="1" inputMode="decimal" {...field("scale")} />
        <SelectField label="Past" name="rule.kind" defaultValue={values.kind} error={errors[`rule.${index}.kind`]}>
          <option value="">kept if it is a number</option>
          <option value="series">always kept</option>
          <option value="value">not kept</option>
        </SelectField>
        <Field label="Element's id, for lists" placeholder="one key for all" {...field("id")} />
        <Field label="Element's value" placeholder="the whole element" {...field("value")} />
        <Field label="Rows told apart by" placeholder="id or key" {...field("rowKey")} />
      </div>
    </li>
  );
}

function RemoveRule({ index, onRemove }: Pick<Props, "index" | "onRemove">) {
  return (
    <Button
      type="submit"
      variant="quiet"
      name="intent"
      value={`drop-rule:${index}`}
      icon={<Icon of={X} />}
      aria-label={`Remove rule ${index + 1}`}
      onClick={(event) => {
        event.preventDefault();
        onRemove();
      }}
    />
  );
}
