import { Form, useNavigation } from "react-router";
import type { PushAccess } from "../../../../core/sources/push-access";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { AreaField } from "../../ui/field";
import { Snippet } from "./snippet";

interface Props {
  readonly access: PushAccess;
  /** What was typed, where it was not taken, and why. */
  readonly typed: string | undefined;
  readonly error: string | undefined;
}

/** Events of web pages: only of the origins that stand here. */
export function BeaconCard({ access: { id, baseUrl, origins }, typed, error }: Props) {
  const saving = useNavigation().formData?.get("intent") === "origins";
  return (
    <Card className="grid gap-3 p-4" aria-labelledby="beacons">
      <h2 id="beacons" className="text-14 font-medium text-strong">
        Events of web pages
      </h2>
      <p className="text-body">
        Pages of these origins may send events to the stream <code>events</code> of this source, without a key. None may
        to begin with. Nothing is kept of who sent them.
      </p>
      <Form method="post" className="grid justify-items-start gap-3">
        <div className="w-full">
          <AreaField
            label="Allowed origins"
            name="origins"
            rows={3}
            defaultValue={typed ?? origins.join("\n")}
            placeholder="https://www.example.com"
            hint="One a line: scheme and host, nothing behind."
            error={error}
            spellCheck={false}
          />
        </div>
        <Button type="submit" name="intent" value="origins" off={saving}>
          {saving ? "Saving…" : "Save origins"}
        </Button>
      </Form>
      <Snippet
        label="The script for a page"
        text={`<script defer src="${baseUrl}/beacon.js" data-source="${id}"></script>`}
      />
    </Card>
  );
}
