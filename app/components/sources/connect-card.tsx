import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import type { FormErrors } from "./form-errors";
import { KindChoice } from "./kind-choice";
import type { SourceValues } from "./source-values";
import type { Standing } from "./use-trial";

interface Props {
  readonly values: SourceValues;
  readonly errors: FormErrors;
  readonly standing: Standing;
  readonly busy: boolean;
  /** Whether the kind stays as it is. */
  readonly fixed: boolean;
}

/**
 * What is asked, and the button that asks it once. The first submit button of the form: Enter tests. What people write
 * has no address; Enter then still presses the button that is not shown, and the server saves.
 */
export function ConnectCard({ values, errors, standing, busy, fixed }: Props) {
  return (
    <Card className="col-span-full grid gap-4 p-4">
      <KindChoice chosen={values.kind} fixed={fixed} />
      <div className="flex items-start gap-3 group-has-[[data-written]:checked]/source:hidden phone:flex-col phone:items-stretch">
        <div className="min-w-0 flex-1 group-has-[[data-nowhere]:checked]/source:hidden">
          <Field
            label="Address"
            name="url"
            type="url"
            inputMode="url"
            placeholder="https://"
            autoComplete="off"
            spellCheck={false}
            defaultValue={values.url}
            error={errors.url}
            hint="Asked by this server with GET, not by your browser."
          />
        </div>
        <div className="mt-6 grid group-has-[[data-nowhere]:checked]/source:mt-0 phone:mt-0">
          <Button
            type="submit"
            name="intent"
            value="test"
            size="big"
            variant={standing === "untested" ? "prime" : "default"}
            off={busy}
          >
            {standing === "untested" ? "Test" : "Test again"}
          </Button>
        </div>
      </div>
    </Card>
  );
}
