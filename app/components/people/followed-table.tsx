import { memo } from "react";
import { Link, useParams } from "react-router";
import type { FoundKey, FoundKeys } from "../../../core/keys/found-keys";
import { isExact } from "../../../core/keys/pattern";
import { useLiveKey } from "../../live/use-live-key";
import { formatSpan } from "../format/age";
import { useWatchedRows } from "../key-list/use-watched-rows";
import { KeyRow } from "../panels/table/key-row";

interface FollowedTableProps {
  found: FoundKeys;
  /** Milliseconds of past in the sparks. */
  range: number;
}

const headCell = "h-7 border-b border-line px-2 font-regular";

/** What somebody follows, live: a row a key, the first of many; then what is not there. */
export function FollowedTable({ found, range }: FollowedTableProps) {
  useWatchedRows(
    found.keys.map(({ key }) => key),
    range,
  );
  const gone = (found.followed ?? []).filter(([, keys]) => keys === 0);
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
        </tr>
      </thead>
      <tbody>
        {found.keys.map((one) => (
          <FollowedRow key={one.key} found={one} range={range} />
        ))}
        {gone.map(([pattern]) => (
          <tr key={pattern} className="[&>*]:h-7.5 [&>*]:px-2 phone:[&>*]:h-10">
            <th scope="row" colSpan={4} className="pl-3! text-left font-regular text-muted">
              <code className="mr-2 wrap-anywhere">{pattern}</code>
              <span className="text-12 text-faint">{isExact(pattern) ? "No such key" : "No key matches"}</span>
            </th>
          </tr>
        ))}
        {found.total > found.keys.length ? <Rest shown={found.keys.length} total={found.total} /> : null}
      </tbody>
    </table>
  );
}

/** As it was found, and live once it is subscribed. */
const FollowedRow = memo(function FollowedRow({ found, range }: { found: FoundKey; range: number }) {
  const { key, kind, value, at, unit, label } = found;
  const live = useLiveKey(key);
  const meta = { kind, ...(unit === null ? {} : { unit }), ...(label === null ? {} : { label }) };
  return <KeyRow live={live ?? { key, value, rev: 0, at, meta }} range={range} />;
});

/** The others are where any number of keys can be scrolled through. */
function Rest({ shown, total }: { shown: number; total: number }) {
  const { workspace = "" } = useParams();
  return (
    <tr className="[&>*]:h-7.5 [&>*]:px-3">
      <td colSpan={4} className="text-12 text-muted">
        The first {shown}.{" "}
        <Link to={`/w/${workspace}/keys?tab=followed`} className="text-accent underline underline-offset-2">
          All {total} keys
        </Link>
      </td>
    </tr>
  );
}
