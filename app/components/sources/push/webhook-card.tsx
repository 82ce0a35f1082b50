import { Form, useNavigation } from "react-router";
import type { PushAccess } from "../../../../core/sources/push-access";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { Notice } from "../../ui/notice";
import { Snippet } from "./snippet";

interface Props {
  readonly access: PushAccess;
  /** The secret that was just made. */
  readonly secret: string | undefined;
  readonly problem: string | undefined;
}

/** Pushes that are signed with a secret of the source's own, for a service that can sign but keeps no API key. */
export function WebhookCard({ access: { id, baseUrl, isSigned }, secret, problem }: Props) {
  const busy = useNavigation().formData?.get("intent");
  return (
    <Card className="grid gap-3 p-4" aria-labelledby="webhook">
      <h2 id="webhook" className="text-14 font-medium text-strong">
        Signed webhooks
      </h2>
      <p className="text-body">
        {isSigned
          ? "Pushes that are signed with this source's secret are taken."
          : "Without a secret, none is taken. One secret opens this source and no other."}
      </p>
      {problem ? <Notice tone="failing" title={problem} /> : null}
      {secret ? (
        <Notice tone="info" title="This is the secret. It is shown this once.">
          <div className="flex flex-wrap items-center gap-2">
            <code className="text-strong wrap-anywhere select-all">{secret}</code>
            <CopyButton text={secret} label="Copy the secret" />
          </div>
        </Notice>
      ) : null}
      <Snippet label="A signed push, for a shell" text={signedExample(baseUrl, id)} />
      <Form method="post" className="flex flex-wrap gap-2">
        <Button
          type="submit"
          name="intent"
          value="make-secret"
          variant={isSigned ? "default" : "prime"}
          off={busy !== undefined}
        >
          {isSigned ? "Replace the secret" : "Make a secret"}
        </Button>
        {isSigned ? (
          <Button type="submit" name="intent" value="drop-secret" off={busy !== undefined}>
            Take none any more
          </Button>
        ) : null}
      </Form>
    </Card>
  );
}

/** The secret stands in a variable: not in the shell's history. */
function signedExample(baseUrl: string, id: string): string {
  return [
    `BODY='{"values": {"open": true}}'; T=$(date +%s)`,
    `MAC=$(printf '%s.%s' "$T" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)`,
    `curl ${baseUrl}/api/v1/hooks/${id} \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Deltaboard-Signature: t=$T,v1=$MAC" \\`,
    `  -d "$BODY"`,
  ].join("\n");
}
