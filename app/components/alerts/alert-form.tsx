import { useEffect, useRef, useState } from "react";
import { Form, useNavigation } from "react-router";
import { useKeySearch } from "../editor/use-key-search";
import { useReader } from "../format/reader-provider";
import { ErrorSummary } from "../sources/error-summary";
import type { FormErrors } from "../sources/form-errors";
import { Button, ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Field, SelectField } from "../ui/field";
import { type AlertValues, readAlertValues } from "./alert-values";
import { numberOf } from "./check-alert";
import { ConditionFields } from "./condition-fields";
import { limitWords } from "./condition-words";
import { heldChoices } from "./held-choices";
import { KeyPreview, matchingKeys } from "./key-preview";
import { type PanelChoices, withCopy } from "./panel-choices";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly values: AlertValues;
  readonly errors: FormErrors;
  readonly boards: readonly PanelChoices[];
}

/** Keys that the field of the key suggests. */
const SUGGESTED = 40;

/** A rule, new or there already: what it watches, when it fires, where it is looked at. It posts to its own page. */
export function AlertForm({ slug, values, errors, boards }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, type] = useState(values);
  const search = useKeySearch(slug, typed.key);
  const keys = matchingKeys(typed.key, search.found);
  const unit = values.unit || (keys[0]?.unit ?? "");
  useFocusOnError(form, errors);
  return (
    <Form
      ref={form}
      method="post"
      noValidate
      onInput={({ currentTarget }) => type(readAlertValues(new FormData(currentTarget)))}
      className="group/alert mt-4 grid grid-cols-1 items-start gap-2 min-[1000px]:grid-cols-[minmax(0,1fr)_360px]"
    >
      <ErrorSummary errors={errors} />
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="base" value={values.base} />
      <Card className="grid gap-4 p-4">
        <KeyField value={values.key} error={errors.key} found={search.found?.keys.map(({ key }) => key) ?? []} />
        <ConditionFields values={values} errors={errors} wordsOf={useWordsOf(typed, unit)} />
        <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
          <SelectField label="Must hold for" name="for" defaultValue={values.for} error={errors.for}>
            {heldChoices(values.for).map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
          <SelectField label="Severity" name="severity" defaultValue={values.severity} error={errors.severity}>
            <option value="warning">Warning</option>
            <option value="critical">Critical</option>
          </SelectField>
        </div>
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={80}
          defaultValue={values.name}
          error={errors.name}
          hint="What people read when it fires."
        />
        <PanelField value={values.panel} boards={boards} />
      </Card>
      <KeyPreview typed={typed} unit={unit || undefined} {...search} />
      <SaveBar slug={slug} />
    </Form>
  );
}

interface KeyFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly found: readonly string[];
}

function KeyField({ value, error, found }: KeyFieldProps) {
  return (
    <>
      <Field
        label="Key"
        name="key"
        list="alert-keys"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="node.cpu_usage_percent"
        defaultValue={value}
        error={error}
        hint={
          <>
            Or a pattern of one source: each key that matches <code>node.disk.*</code> is judged by itself.
          </>
        }
      />
      <datalist id="alert-keys">
        {found.slice(0, SUGGESTED).map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </>
  );
}

function PanelField({ value, boards }: { value: string; boards: readonly PanelChoices[] }) {
  return (
    <SelectField label="Leads to" name="panel" defaultValue={value} hint="The panel that says more, one press away.">
      <option value="">No panel</option>
      {withCopy(boards, value).map((board) => (
        <optgroup key={board.id} label={board.title}>
          {board.panels.map(({ id, title }) => (
            <option key={id} value={`${board.id}/${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function SaveBar({ slug }: Pick<Props, "slug">) {
  const isSaving = useNavigation().formMethod === "POST";
  return (
    <div className="col-span-full mt-2 flex flex-wrap justify-end gap-2 border-t border-line pt-3">
      <ButtonLink to={`/w/${slug}/alerts`} size="big">
        Back
      </ButtonLink>
      <Button type="submit" size="big" variant="prime" disabled={isSaving}>
        {isSaving ? "Saving…" : "Save rule"}
      </Button>
    </div>
  );
}

/** A number that is typed in the key's own unit, as boards write it: 8589934592 is 8 GiB. */
function useWordsOf(typed: AlertValues, unit: string): (field: "value" | "clear") => string | undefined {
  const { locale } = useReader();
  return (field) => {
    const number = numberOf(typed[field]);
    if (unit === "") return undefined;
    if (typeof number === "number") return `= ${limitWords(number, unit, locale)}`;
    return field === "value" ? `In the key's own unit, ${unit}.` : undefined;
  };
}

/** An answer with errors takes the reader to the first of them. */
function useFocusOnError(form: { readonly current: HTMLFormElement | null }, errors: FormErrors): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, errors]);
}
