import { Form, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { useFormFocus } from "../ui/use-form-focus";
import type { FormAnswer } from "./answer";
import { FormSummary } from "./form-summary";
import { WorkspaceField } from "./workspace-field";

/** For somebody who wants one more. */
export function FurtherWorkspace({ answer }: { answer: FormAnswer | undefined }) {
  const busy = useNavigation().state === "submitting";
  const form = useFormFocus(answer);
  return (
    // The page is about the list: the form has the focus only once there is something to mend in it.
    <Form ref={answer ? form : null} method="post" noValidate className="grid gap-4" aria-labelledby="further">
      <h2 id="further" className="mt-2 text-16 font-medium text-strong">
        Make another
      </h2>
      <FormSummary answer={answer} />
      <WorkspaceField typed={answer?.typed.workspace} error={answer?.errors.workspace} />
      <div>
        <Button type="submit" size="big" off={busy}>
          Make workspace
        </Button>
      </div>
    </Form>
  );
}
