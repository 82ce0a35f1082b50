import { useLiveKey } from "../../live/use-live-key";
import { Snippet } from "../sources/push/snippet";
import { Card } from "../ui/card";

/** Characters of a value that are written out: it may have 256 kB. */
const LONGEST = 20_000;

/** A value as the protocol carries it. */
export function KeyText({ name }: { name: string }) {
  const live = useLiveKey(name);
  if (!live) return null;
  const text = JSON.stringify(live.value, null, 2);
  const isCut = text.length > LONGEST;
  return (
    <Card aria-labelledby="json-title" className="grid gap-2 p-4">
      <h2 id="json-title" className="text-14 font-medium text-strong">
        As JSON
      </h2>
      <pre
        tabIndex={0}
        aria-label={`${name} as JSON`}
        className="max-h-[420px] overflow-auto rounded-6 border border-line bg-well p-3 font-mono text-12 whitespace-pre-wrap wrap-anywhere text-strong"
      >
        {text.slice(0, LONGEST)}
      </pre>
      {isCut ? (
        <p className="text-12 text-muted">
          The first {LONGEST} of {text.length} characters.
        </p>
      ) : null}
    </Card>
  );
}

/** How a program reads the key, and writes it where that is what writes it. */
export function KeyRequests({ name, baseUrl, isWritten }: { name: string; baseUrl: string; isWritten: boolean }) {
  const authorised = `  -H "Authorization: Bearer $DELTABOARD_KEY"`;
  const read = [`curl ${baseUrl}/api/v1/keys/${name} \\`, authorised].join("\n");
  const write = [`curl -X PUT ${baseUrl}/api/v1/keys/${name} \\`, `${authorised} \\`, `  -d '12.5'`].join("\n");
  return (
    <Card aria-labelledby="requests-title" className="grid gap-3 p-4">
      <h2 id="requests-title" className="text-14 font-medium text-strong">
        From a program
      </h2>
      <Snippet label="Request that reads it" text={read} />
      {isWritten ? <Snippet label="Request that sets it" text={write} /> : null}
    </Card>
  );
}
