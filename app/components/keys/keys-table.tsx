import { Form, useNavigation } from "react-router";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Cell } from "../members/cell";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

/** A key as the page lists it. Times are milliseconds since 1970. */
export interface KeyLine {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly madeBy: string | null;
  readonly madeAt: number;
  readonly lastUsedAt: number | null;
}

interface Props {
  readonly keys: readonly KeyLine[];
  /** When the page was made. */
  readonly now: number;
}

/** The keys that open something. */
export function KeysTable({ keys, now }: Props) {
  return (
    <Card className="overflow-clip">
      <table className="w-full table-fixed border-collapse phone:block" aria-label="API keys">
        <thead className="phone:hidden">
          <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
            <th className="pl-3">Name</th>
            <th className="w-32 px-2">Begins with</th>
            <th className="w-48 px-2">Made</th>
            <th className="w-40 px-2">Last used</th>
            <th className="w-48">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="phone:block">
          {keys.map((key) => (
            <KeyRow key={key.id} line={key} now={now} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function KeyRow({ line: { id, name, prefix, madeBy, madeAt, lastUsedAt }, now }: { line: KeyLine; now: number }) {
  const { timeZone } = useReader();
  return (
    <tr className="border-t border-line hover:bg-hover phone:block phone:px-3 phone:py-2 phone:first:border-t-0">
      <th scope="row" className="h-10 pl-3 text-left font-regular phone:block phone:h-auto phone:p-0">
        <span className="block truncate font-medium text-strong phone:py-3" title={name}>
          {name}
        </span>
      </th>
      <Cell label="Begins with">
        <code>{prefix}…</code>
      </Cell>
      <Cell label="Made">
        <span className="block truncate" title={madeBy === null ? undefined : `by ${madeBy}`}>
          {when(madeAt, now, timeZone)}
        </span>
      </Cell>
      <Cell label="Last used">
        {lastUsedAt === null ? <span className="text-faint">never</span> : when(lastUsedAt, now, timeZone)}
      </Cell>
      <td className="pr-2 text-right phone:block phone:p-0">
        <Revoke id={id} name={name} />
      </td>
    </tr>
  );
}

/** In two steps, also without JavaScript: whatever uses the key stops at once, and there is no way back. */
function Revoke({ id, name }: { id: string; name: string }) {
  const revoking = useNavigation().formData?.get("key") === id;
  return (
    <details className="group/revoke inline-flex flex-wrap items-center justify-end gap-1">
      <summary className="inline-flex h-(--control) cursor-pointer list-none items-center rounded-6 px-2.5 font-medium text-body hover:bg-hover phone:min-h-(--thumb) [&::-webkit-details-marker]:hidden">
        <span className="group-open/revoke:hidden">
          Revoke… <span className="sr-only">{name}</span>
        </span>
        <span className="hidden group-open/revoke:inline">Keep</span>
      </summary>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="key" value={id} />
        <Button type="submit" off={revoking} aria-label={`Revoke ${name} now`}>
          {revoking ? "Revoking…" : "Revoke now"}
        </Button>
      </Form>
    </details>
  );
}
