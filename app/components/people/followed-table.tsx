import { X } from "lucide-react";
import { memo } from "react";
import { Link, useParams } from "react-router";
import { isExact } from "../../../core/keys/pattern";
import { useLiveKeys } from "../../live/use-live-keys";
import { formatSpan } from "../format/age";
import { KeyRow } from "../panels/table/key-row";
import { Button } from "../ui/button";

interface FollowedTableProps {
  followed: readonly string[];
  /** Milliseconds of past in the sparks. */
  range: number;
  unfollow?: (pattern: string) => void;
}

/** Rows of one pattern, which may match ten thousand keys. */
const SHOWN = 50;

const headCell = "h-7 border-b border-line px-2 font-regular";

/** What somebody follows, live: a row a key; what a pattern found stands below it. */
export function FollowedTable({ followed, range, unfollow }: FollowedTableProps) {
  return (
    <table className="w-full" aria-label="Keys I follow">
      <thead className="text-left text-12 whitespace-nowrap text-faint">
        <tr>
          <th scope="col" className={`${headCell} pl-3!`}>
            Key
          </th>
          <th scope="col" className={`${headCell} @max-[400px]:hidden`}>
            {formatSpan(range)}
          </th>
          <th scope="col" className={`${headCell} text-right`}>
            Value
          </th>
          <th scope="col" className={`${headCell} pr-3! text-right @max-[440px]:hidden`}>
            Changed
          </th>
          {unfollow ? (
            <th scope="col" className={headCell}>
              <span className="sr-only">Unfollow</span>
            </th>
          ) : null}
        </tr>
      </thead>
      {followed.map((pattern) => (
        <FollowedRows key={pattern} pattern={pattern} range={range} {...(unfollow && { unfollow })} />
      ))}
    </table>
  );
}

interface FollowedRowsProps {
  pattern: string;
  range: number;
  unfollow?: (pattern: string) => void;
}

const FollowedRows = memo(function FollowedRows({ pattern, range, unfollow }: FollowedRowsProps) {
  const values = useLiveKeys([pattern]);
  const action = unfollow ? <Unfollow pattern={pattern} unfollow={unfollow} /> : undefined;
  const isOne = isExact(pattern);
  return (
    <tbody className="border-b border-line last:border-b-0">
      {isOne && values.length === 1 ? null : (
        <tr className="[&>*]:h-7.5 [&>*]:px-2 phone:[&>*]:h-10">
          <th scope="rowgroup" colSpan={4} className="pl-3! text-left font-regular text-muted">
            <code className="mr-2 wrap-anywhere">{pattern}</code>
            <span className="text-12 text-faint">{isOne ? "No such key" : count(values.length)}</span>
          </th>
          {action ? <td>{action}</td> : null}
        </tr>
      )}
      {values.slice(0, SHOWN).map((live) => (
        <KeyRow key={live.key} live={live} range={range} action={isOne ? action : undefined} />
      ))}
      {values.length > SHOWN ? <Rest pattern={pattern} total={values.length} /> : null}
    </tbody>
  );
});

/** The others are where any number of keys can be scrolled through. */
function Rest({ pattern, total }: { pattern: string; total: number }) {
  const { workspace = "" } = useParams();
  return (
    <tr className="[&>*]:h-7.5 [&>*]:px-3">
      <td colSpan={5} className="text-12 text-muted">
        The first {SHOWN}.{" "}
        <Link
          to={`/w/${workspace}/keys?${new URLSearchParams({ q: pattern })}`}
          className="text-accent underline underline-offset-2"
        >
          All {total} keys
        </Link>
      </td>
    </tr>
  );
}

function count(keys: number): string {
  if (keys === 0) return "No key matches";
  return keys === 1 ? "1 key" : `${keys} keys`;
}

function Unfollow({ pattern, unfollow }: { pattern: string; unfollow: (pattern: string) => void }) {
  return (
    <Button
      variant="quiet"
      icon={<X aria-hidden strokeWidth={1.5} />}
      aria-label={`Unfollow ${pattern}`}
      title="Unfollow"
      onClick={() => unfollow(pattern)}
    />
  );
}
