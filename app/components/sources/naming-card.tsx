import { useState } from "react";
import { Card } from "../ui/card";
import { Field, SelectField } from "../ui/field";
import { everyWords } from "./duration-words";
import type { FormErrors } from "./form-errors";
import { expectedChoices, intervalChoices } from "./interval-choices";
import { slugFrom } from "./slug-from";
import type { SourceValues } from "./source-values";

interface Props {
  readonly values: SourceValues;
  /** Milliseconds between two writes, as text; empty where none is expected. */
  readonly expected: string;
  readonly errors: FormErrors;
  readonly slug: string;
  readonly onSlug: (slug: string) => void;
  /** Whether the short name stays as it is. */
  readonly fixed: boolean;
}

/** What the source is called, and how often it is asked, or written. */
export function NamingCard({ values, expected, errors, slug, onSlug, fixed }: Props) {
  // Once the short name is typed by hand, the name no longer suggests one.
  const [own, setOwn] = useState(slug !== "");
  return (
    <Card className="@container px-4 pt-3 pb-4" aria-labelledby="naming-title">
      <h2 id="naming-title" className="mb-3 text-14 font-medium text-strong">
        Name and schedule
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
        <PaceFields values={values} expected={expected} errors={errors} />
      </div>
    </Card>
  );
}

/** How often it is asked; of a kind that is not asked, how often it is written. */
function PaceFields({ values, expected, errors }: Pick<Props, "values" | "expected" | "errors">) {
  return (
    <>
      <div className="group-has-[[data-written]:checked]/source:hidden">
        <SelectField
          label="Ask every"
          name="interval"
          defaultValue={values.interval}
          error={errors.interval}
          hint="While somebody watches. Less often otherwise."
        >
          {withOwn(intervalChoices, values.interval).map(option)}
        </SelectField>
      </div>
      <div className="hidden group-has-[[data-written]:checked]/source:block">
        <SelectField
          label="Expected every"
          name="expected"
          defaultValue={expected}
          error={errors.expected}
          hint="Late when nothing came for twice as long, stale from four times on."
        >
          <option value="">no time: it is never late</option>
          {withOwn(expectedChoices, expected).map(option)}
        </SelectField>
      </div>
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function option({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

/** The choices, and the time of a source that has another one. */
function withOwn(choices: readonly Choice[], chosen: string): readonly Choice[] {
  const own = Number(chosen);
  if (!Number.isInteger(own) || own <= 0 || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: everyWords(own) }].sort((a, b) => Number(a.value) - Number(b.value));
}
