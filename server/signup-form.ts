import * as v from "valibot";
import { pathOf } from "../core/schema/path-of";
import { plainWords } from "../core/schema/plain-words";
import { isReservedSlug, slugOf } from "../core/workspaces/slug";

export const PASSWORD_MIN = 12;
/** Hashing costs by length; nobody types more. */
export const PASSWORD_MAX = 128;

const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "Write the name people will see."),
  v.maxLength(80, "At most 80 characters."),
);
/** Letters, digits and _'+- with dots between them, at a domain of two words or more: what better-auth takes as well. */
const EMAIL = /^[\w'+-]+(?:\.[\w'+-]+)*(?<!')@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
export const email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, "At most 254 characters."),
  v.regex(EMAIL, "Write an address such as name@example.org."),
);
const password = v.pipe(
  v.string(),
  v.minLength(PASSWORD_MIN, ({ input }) => shortPassword(input)),
  v.maxLength(PASSWORD_MAX, `At most ${PASSWORD_MAX} characters.`),
);
const workspace = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "Name the workspace, such as your team or place."),
  v.maxLength(60, "At most 60 characters."),
  v.check((text) => !isReservedSlug(slugOf(text) ?? ""), "This name is reserved. Choose another."),
);

function shortPassword(input: string): string {
  if (input === "") return `Use ${PASSWORD_MIN} characters or more; words are fine.`;
  const count = input.length === 1 ? "1 character" : `${input.length} characters`;
  return `${count}. Use ${PASSWORD_MIN} or more; words are fine.`;
}

const person = { name, email, password, setupToken: v.optional(v.string()) };
const forms = { owner: v.object({ ...person, workspace }), guest: v.object(person) };
const workspaceOnly = v.object({ workspace });

export type SignUpField = "name" | "email" | "password" | "workspace" | "setupToken";
export type FieldErrors = Partial<Record<SignUpField, string>>;
export interface SignUpValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Absent for those who join an existing workspace. */
  readonly workspace?: string | undefined;
  readonly setupToken?: string | undefined;
}

type Parsed<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads the sign-up form. A guest joins a workspace, so that field is neither asked for nor read. */
export function parseSignUp(form: FormData, as: keyof typeof forms): Parsed<SignUpValues> {
  return parsed(forms[as], form);
}

/** Reads the form of somebody who has an account and no workspace. */
export function parseWorkspace(form: FormData): Parsed<{ workspace: string }> {
  return parsed(workspaceOnly, form);
}

/** A field that is missing reads as empty: a person left it out. A file is nothing we asked for. */
function fields(form: FormData): Record<SignUpField, string> {
  const text = (field: SignUpField) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  return {
    name: text("name"),
    email: text("email"),
    password: text("password"),
    workspace: text("workspace"),
    setupToken: text("setupToken"),
  };
}

function parsed<Values>(schema: v.GenericSchema<unknown, Values>, form: FormData): Parsed<Values> {
  const result = v.safeParse(schema, fields(form), plainWords);
  if (result.success) return { ok: true, values: result.output };
  const errors: Record<string, string> = {};
  for (const issue of result.issues) errors[String(pathOf(issue)[0])] ??= issue.message;
  return { ok: false, errors };
}
