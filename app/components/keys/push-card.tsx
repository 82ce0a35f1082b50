import { Link } from "react-router";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { curlExample } from "./curl-example";

interface Props {
  readonly baseUrl: string;
  /** The short name of the source to push to; null where there is none that programs write. */
  readonly slug: string | null;
}

/** How a program pushes a value: a request to copy. */
export function PushCard({ baseUrl, slug }: Props) {
  return (
    <Card className="grid gap-3 p-4" aria-labelledby="push">
      <h2 id="push" className="text-14 font-medium text-strong">
        How to push
      </h2>
      {slug === null ? (
        <p className="text-body">
          A program writes keys of a source that is pushed by programs, and of those that people write.{" "}
          <Link to="../sources/new" className="text-accent underline">
            Make a source
          </Link>
        </p>
      ) : (
        <Example text={curlExample(baseUrl, slug)} />
      )}
      <p className="text-12 text-faint">
        All values of a request arrive together or not at all. Events, single keys and reading: docs/http-api.md.
      </p>
    </Card>
  );
}

function Example({ text }: { text: string }) {
  return (
    <div className="grid justify-items-start gap-2">
      <pre
        tabIndex={0}
        aria-label="Request that pushes two values"
        className="w-full overflow-x-auto rounded-6 border border-line bg-well p-3 font-mono text-12 text-strong"
      >
        {text}
      </pre>
      <CopyButton text={text} label="Copy the request" />
    </div>
  );
}
