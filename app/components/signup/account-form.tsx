import { Form, Link, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { useFormFocus } from "../ui/use-form-focus";
import type { FormAnswer } from "./answer";
import { FormSummary } from "./form-summary";
import { WorkspaceField } from "./workspace-field";

export interface AccountPage {
  readonly first: boolean;
  readonly needsToken: boolean;
  readonly invitation: { readonly id: string; readonly email: string; readonly workspace: string } | null;
  /** An invitation was brought along that is no longer good. */
  readonly invitationLost: boolean;
  readonly passwordMin: number;
  /** The error that says an address has an account; it comes with a link to the login page. */
  readonly addressTaken: string;
  /** The login page, leading back to the invitation. */
  readonly logIn: string;
}

interface FormProps {
  readonly page: AccountPage;
  readonly answer: FormAnswer | undefined;
}

/** Name, address, password, and the workspace to make or the one to join. Works without JavaScript. */
export function AccountForm({ page, answer }: FormProps) {
  const { invitation } = page;
  const busy = useNavigation().state === "submitting";
  const form = useFormFocus(answer);
  return (
    <Form ref={form} method="post" noValidate className="grid gap-4">
      <div className="grid gap-0.5">
        <h1 className="text-20 font-medium text-strong">Create an account</h1>
        <p className="text-muted">{leadOf(page)}</p>
      </div>
      {page.invitationLost ? (
        <Notice tone="stale" title="The invitation is no longer good.">
          It was used, called back, or it has run out.
        </Notice>
      ) : null}
      <FormSummary answer={answer} />
      {page.needsToken ? (
        <Field
          label="Setup token"
          name="setupToken"
          autoComplete="off"
          required
          hint="Printed when the server was deployed. It works once."
          error={answer?.errors.setupToken}
        />
      ) : null}
      <PersonFields page={page} answer={answer} />
      {invitation ? (
        <input type="hidden" name="invite" value={invitation.id} />
      ) : (
        <WorkspaceField typed={answer?.typed.workspace} error={answer?.errors.workspace} />
      )}
      <Button type="submit" variant="prime" size="big" off={busy}>
        {busy ? "Creating the account…" : invitation ? "Create account and join" : "Create account and workspace"}
      </Button>
    </Form>
  );
}

function PersonFields({ page, answer }: FormProps) {
  const { errors, typed } = answer ?? {};
  return (
    <>
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        defaultValue={typed?.name}
        hint="Shown to people on the same board."
        error={errors?.name}
      />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typed?.email ?? page.invitation?.email}
        error={emailError(errors?.email, page)}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={errors?.password ? undefined : `${page.passwordMin} characters or more; words are fine.`}
        error={errors?.password}
      />
    </>
  );
}

function leadOf({ first, invitation }: AccountPage): string {
  if (invitation) return `You are invited to ${invitation.workspace}.`;
  return first ? "On this server. The first account owns it." : "On this server, with a workspace of your own.";
}

/** The one error with a way out, unless it is about the shape of the address. */
function emailError(text: string | undefined, { logIn, addressTaken }: AccountPage) {
  if (text !== addressTaken) return text;
  return (
    <>
      {text}{" "}
      <Link to={logIn} className="font-medium text-accent hover:underline">
        Sign in instead
      </Link>
    </>
  );
}
