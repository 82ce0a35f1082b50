import { useState } from "react";
import { Card } from "../ui/card";
import { Field, SelectField } from "../ui/field";
import { everyWords } from "./duration-words";
import type { FormErrors } from "./form-errors";
import { intervalChoices } from "./interval-choices";
import { slugFrom } from "./slug-from";
import type { SourceValues } from "./source-values";

interface Props {
  readonly values: SourceValues;
  readonly errors: FormErrors;
  readonly slug: string;
  readonly onSlug: (slug: string) => void;
  /** Whether the short name stays as it is. */
  readonly fixed: boolean;
}

/** What the source is called and how often it is asked. */
export function NamingCard({ values, errors, slug, onSlug, fixed }: Props) {
  // Once the short name is typed by hand, the name no longer suggests one.
  const [own, setOwn] = useState(slug !== "");
  return (
    <Card className="@container px-4 pt-3 pb-4" aria-labelledby="naming-title">
      <h2 id="naming-title" className="mb-3 text-14 font-medium text-strong">
        Name<span className="group-has-[[data-written]:checked]/source:hidden"> and schedule</span>
      </h2>
      <div className="grid gap-x-4 gap-y-3 @min-[340px]:grid-cols-2 @min-[560px]:grid-cols-3">
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={values.name}
          error={errors.name}
          onChange={(event) => {
            if (!own) onSlug(slugFrom(event.target.value));
          }}
        />
        <Field
          label="Short name"
          name="slug"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={slug}
          readOnly={fixed}
          error={errors.slug}
          hint={
            <>
              Its keys begin with <code>{slug || "name"}.</code> and keep that for ever.
            </>
          }
          onChange={(event) => {
            setOwn(true);
            onSlug(event.target.value);
          }}
        />
        <div className="group-has-[[data-written]:checked]/source:hidden">
          <SelectField
            label="Ask every"
            name="interval"
            defaultValue={values.interval}
            error={errors.interval}
            hint="While somebody watches. Less often otherwise."
          >
            {withOwn(values.interval).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
    </Card>
  );
}

/** The choices, and the interval of a source that has another one. */
function withOwn(interval: string): readonly { readonly value: string; readonly label: string }[] {
  const own = Number(interval);
  if (!Number.isInteger(own) || own <= 0 || intervalChoices.some(({ value }) => value === interval))
    return intervalChoices;
  return [...intervalChoices, { value: interval, label: everyWords(own) }].sort(
    (a, b) => Number(a.value) - Number(b.value),
  );
}
