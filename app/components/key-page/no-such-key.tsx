import { Link } from "react-router";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";

/** That there is no key of this name, and which are called something like it. */
export function NoSuchKey({ name, nearest }: { name: string; nearest: readonly string[] }) {
  return (
    <Card className="grid max-w-[720px] justify-items-start gap-3 p-5">
      <h1 className="text-20 font-medium text-strong">No such key</h1>
      <p className="text-muted">
        <code className="wrap-anywhere text-strong">{name}</code> is not there. It may have been removed, or its source
        may not have brought it yet.
      </p>
      {nearest.length === 0 ? null : (
        <div className="grid gap-1">
          <p className="text-muted">Called something like it:</p>
          <ul className="grid gap-1">
            {nearest.map((key) => (
              <li key={key}>
                <Link to={`../keys/${key}`} className="text-accent underline underline-offset-2">
                  <code>{key}</code>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ButtonLink to="../keys">All keys</ButtonLink>
    </Card>
  );
}
