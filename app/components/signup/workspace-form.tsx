import { Form, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { useFormFocus } from "../ui/use-form-focus";
import type { FormAnswer } from "./answer";
import { FormSummary } from "./form-summary";
import { WorkspaceField } from "./workspace-field";

export type WorkspacePage =
  | {
      readonly is: "join";
      readonly email: string;
      readonly invitation: { readonly id: string; readonly workspace: string };
    }
  | { readonly is: "make"; readonly email: string };

/** For somebody who is signed in and in no workspace yet, or invited to one more. */
export function WorkspaceForm({ page, answer }: { page: WorkspacePage; answer: FormAnswer | undefined }) {
  const busy = useNavigation().state === "submitting";
  const joins = page.is === "join";
  const form = useFormFocus(answer);
  return (
    <Form ref={form} method="post" noValidate className="grid gap-4">
      <div className="grid gap-0.5">
        <h1 className="text-20 font-medium text-strong">
          {joins ? `Join ${page.invitation.workspace}` : "Make a workspace"}
        </h1>
        <p className="text-muted">
          {joins ? "You are invited." : "You have an account and no workspace yet."} Signed in as {page.email}.
        </p>
      </div>
      <FormSummary answer={answer} />
      {joins ? (
        <input type="hidden" name="invite" value={page.invitation.id} />
      ) : (
        <WorkspaceField typed={answer?.typed.workspace} error={answer?.errors.workspace} />
      )}
      <Button type="submit" variant="prime" size="big" off={busy}>
        {joins ? "Join" : "Make workspace"}
      </Button>
    </Form>
  );
}
