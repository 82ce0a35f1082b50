import type { ReactNode } from "react";
import { Card } from "../ui/card";
import { AreaField, Field, SelectField } from "../ui/field";
import { FileChoice } from "./file-choice";
import type { FormErrors } from "./form-errors";
import type { KindCard } from "./kind-cards/kind-card";
import { type OwnField, ownName } from "./own-field";
import type { SourceValues } from "./source-values";

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

interface Props {
  readonly kind: string;
  readonly card: KindCard;
  readonly values: SourceValues;
  readonly errors: FormErrors;
  /** Whether the source is there, and an empty secret stands for the one that is kept. */
  readonly kept: boolean;
}

/** What only this kind of source asks for. The form hides it while another kind is chosen. */
export function OwnCard({ kind, card, values, errors, kept }: Props) {
  const id = `${kind}-title`;
  return (
    <Card className={`@container hidden px-4 pt-3 pb-4 ${card.shown}`} aria-labelledby={id}>
      <Fold card={card} id={id} open={isUsed(kind, card, values, errors)}>
        <div className="grid gap-x-4 gap-y-3 @min-[340px]:grid-cols-2 @min-[560px]:grid-cols-3">
          {card.fields.map((field) => {
            const name = ownName(kind, field.setting);
            return (
              <div key={name} className={spanOf(field)}>
                <OwnControl
                  field={kept ? asKept(field) : field}
                  name={name}
                  value={values.own[name] ?? ""}
                  error={errors[name]}
                />
              </div>
            );
          })}
        </div>
      </Fold>
    </Card>
  );
}

/** Whether anything stands on the card, or is wrong on it. */
function isUsed(kind: string, { fields }: KindCard, { own }: SourceValues, errors: FormErrors): boolean {
  return fields.some(({ setting, choices }) => {
    const name = ownName(kind, setting);
    return errors[name] !== undefined || (own[name] ?? "") !== (choices?.[0]?.[0] ?? "");
  });
}

function Fold({ card, id, open, children }: { card: KindCard; id: string; open: boolean; children: ReactNode }) {
  const title = (
    <h2 id={id} className={`text-14 font-medium text-strong ${card.folded ? "inline" : "mb-3"}`}>
      {card.title}
    </h2>
  );
  if (!card.folded) {
    return (
      <>
        {title}
        {children}
      </>
    );
  }
  return (
    <details open={open} className="-mb-1">
      <summary className="mb-1 cursor-default rounded-4 phone:flex phone:min-h-(--thumb) phone:items-center">
        {title}
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  );
}

/** What a choice says must be read whole. */
const LONG_WORDS = 20;

function spanOf(field: OwnField): string | undefined {
  if (isWide(field)) return "col-span-full";
  const isLong = field.choices?.some(([, words]) => words.length > LONG_WORDS);
  return isLong ? "@min-[340px]:col-span-2" : undefined;
}

interface ControlProps {
  readonly field: OwnField;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** Of a source that is there: what an empty secret means. */
function asKept(field: OwnField): OwnField {
  if (field.type === "secret") return { ...field, placeholder: "set; leave it empty to keep it" };
  if (field.type !== "pairs") return field;
  return { ...field, hint: `${field.hint ?? ""} One that is set is not shown: without a value it stays.`.trim() };
}

function isWide({ type }: OwnField): boolean {
  return type === "long" || type === "lines" || type === "pairs" || type === "secret";
}

function OwnControl({ field, name, value, error }: ControlProps) {
  const { type, label, hint, placeholder, file, choices = [] } = field;
  const about = { name, label, hint, error, defaultValue: value };
  if (type === "choice") {
    return (
      <SelectField {...about}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </SelectField>
    );
  }
  if (type === "long" || type === "lines" || type === "pairs") {
    return (
      <>
        <AreaField {...plain} {...about} rows={type === "long" ? 5 : 3} placeholder={placeholder} />
        {file ? <FileChoice {...file} /> : null}
      </>
    );
  }
  if (type === "secret") {
    return <Field {...plain} {...about} type="password" autoComplete="new-password" placeholder={placeholder} />;
  }
  const numeric = type === "number" ? ({ inputMode: "decimal" } as const) : {};
  return <Field {...plain} {...numeric} {...about} placeholder={placeholder} />;
}
