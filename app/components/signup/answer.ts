/** What the sign-up action says of a form that was refused. */
export interface FormAnswer {
  readonly errors: Partial<Record<"name" | "email" | "password" | "workspace" | "setupToken", string>>;
  /** What is wrong with the whole rather than with a field. */
  readonly problem: string | null;
  readonly typed: Readonly<Record<"name" | "email" | "workspace", string>>;
}
