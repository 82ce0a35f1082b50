import { Form, useNavigation } from "react-router";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";

interface Props {
  readonly title: string;
  readonly version: number;
  readonly error: string | undefined;
}

/** A board's name, to be changed. Its address stays. */
export function BoardName({ title, version, error }: Props) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Card className="p-4">
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="version" value={version} />
        <Field
          label="Name"
          name="title"
          defaultValue={title}
          error={error}
          hint="The board's address stays as it is."
        />
        <div>
          <Button type="submit" name="intent" value="rename" off={isBusy}>
            Rename
          </Button>
        </div>
      </Form>
    </Card>
  );
}
