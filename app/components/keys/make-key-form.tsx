import { Form, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";

interface Props {
  /** Of a form that was refused. */
  readonly typed: string | undefined;
  readonly error: string | undefined;
}

/** The name of a new key, and what a key is. */
export function MakeKeyForm({ typed, error }: Props) {
  const making = useNavigation().formData?.get("intent") === "make";
  return (
    <Card className="p-4" aria-labelledby="make">
      <Form method="post" noValidate className="grid gap-3">
        <h2 id="make" className="text-14 font-medium text-strong">
          Make a key
        </h2>
        <input type="hidden" name="intent" value="make" />
        <div className="grid max-w-[560px] grid-cols-[minmax(0,1fr)_auto] items-start gap-3 phone:grid-cols-[minmax(0,1fr)]">
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            placeholder="The program that will use it"
            required
            defaultValue={typed}
            error={error}
          />
          <div className="pt-6 phone:pt-0">
            <Button type="submit" variant="prime" size="big" off={making}>
              {making ? "Making…" : "Make key"}
            </Button>
          </div>
        </div>
        <p className="text-12 text-faint">
          A program with a key reads every key of this workspace that a member reads, and writes those of sources that
          programs or people write. It manages nothing. Keep it as you would a password; one for each program.
        </p>
      </Form>
    </Card>
  );
}
