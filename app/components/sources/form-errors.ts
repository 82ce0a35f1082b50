/** What is wrong with the form, by the name of the field; a rule's fields are `rule.0.path` and so on. */
export type FormErrors = Readonly<Record<string, string>>;

/** The sentence above the form: "2 fields need a change." */
export function errorCount(errors: FormErrors): string {
  const count = Object.keys(errors).length;
  return count === 1 ? "One field needs a change." : `${count} fields need a change.`;
}
