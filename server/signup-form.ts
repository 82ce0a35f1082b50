import * as z from "zod/mini";
import { isReservedSlug, slugOf } from "../core/workspaces/slug";

export const PASSWORD_MIN = 12;
/** Hashing costs by length; nobody types more. */
export const PASSWORD_MAX = 128;

const name = z
  .string()
  .check(z.trim(), z.minLength(1, "Write the name people will see."), z.maxLength(80, "At most 80 characters."));
export const email = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, "At most 254 characters."),
    z.email("Write an address such as name@example.org."),
  );
const password = z
  .string()
  .check(
    z.minLength(PASSWORD_MIN, { error: ({ input }) => shortPassword(typeof input === "string" ? input : "") }),
    z.maxLength(PASSWORD_MAX, `At most ${PASSWORD_MAX} characters.`),
  );
const workspace = z.string().check(
  z.trim(),
  z.minLength(1, "Name the workspace, such as your team or place."),
  z.maxLength(60, "At most 60 characters."),
  z.refine((text) => !isReservedSlug(slugOf(text) ?? ""), "This name is reserved. Choose another."),
);

function shortPassword(input: string): string {
  if (input === "") return `Use ${PASSWORD_MIN} characters or more; words are fine.`;
  const count = input.length === 1 ? "1 character" : `${input.length} characters`;
  return `${count}. Use ${PASSWORD_MIN} or more; words are fine.`;
}

const person = { name, email, password, setupToken: z.optional(z.string()) };
const forms = { owner: z.object({ ...person, workspace }), guest: z.object(person) };
const workspaceOnly = z.object({ workspace });

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
  return parsed(forms[as].safeParse(fields(form)));
}

/** Reads the form of somebody who has an account and no workspace. */
export function parseWorkspace(form: FormData): Parsed<{ workspace: string }> {
  return parsed(workspaceOnly.safeParse(fields(form)));
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

function parsed<Values>(result: z.core.util.SafeParseResult<Values>): Parsed<Values> {
  if (result.success) return { ok: true, values: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= message;
  return { ok: false, errors };
}
