import { sourceOf } from "../../../core/keys/name";
import { matches } from "../../../core/keys/pattern";
import { useSourceStates } from "../sources/use-source-states";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { KeyHead } from "./key-head";
import { KeyLine, ROW } from "./key-line";
import { type useFoundKeys, useRowsAsked } from "./use-found-keys";
import { useRowKeys } from "./use-row-keys";
import { useRowsInView } from "./use-rows-in-view";
import { useWatchedRows } from "./use-watched-rows";

interface KeyTableProps {
  slug: string;
  keys: ReturnType<typeof useFoundKeys>;
  followed: readonly string[];
  toggle: (pattern: string) => void;
  /** Milliseconds of past in the sparks. */
  range: number;
}

/** Any number of keys: only the rows in view are drawn, and only theirs are live. */
export function KeyTable({ slug, keys, followed, toggle, range }: KeyTableProps) {
  const { total, asked, sort } = keys.newest;
  const { box, first, last, before, after } = useRowsInView(total);
  useRowKeys(box, toggle);
  const again = useRowsAsked(slug, keys, first, last);
  const states = useSourceStates();
  const drawn = Math.max(0, Math.min(last + 1, total) - first);
  const rows = Array.from({ length: drawn }, (_, i) => ({ number: first + i + 1, found: keys.rowAt(first + i) }));
  useWatchedRows(
    rows.flatMap((row) => (row.found ? [row.found.key] : [])),
    range,
  );
  return (
    <Card className="@container overflow-clip">
      <div ref={box} className="max-h-[max(320px,calc(100dvh-196px))] overflow-y-auto">
        <table
          aria-label="Keys"
          aria-rowcount={total + 1}
          className="w-full table-fixed border-separate border-spacing-0"
        >
          <KeyHead asked={asked} sort={sort} tab={keys.newest.followed ? "followed" : undefined} range={range} />
          <tbody>
            <Gap height={before} />
            {rows.map((row) =>
              row.found ? (
                <KeyLine
                  key={row.found.key}
                  found={row.found}
                  number={row.number}
                  source={states.get(sourceOf(row.found.key))?.name ?? sourceOf(row.found.key)}
                  range={range}
                  isFollowed={followed.includes(row.found.key)}
                  by={patternOf(row.found.key, followed)}
                  toggle={toggle}
                />
              ) : (
                <Gap key={row.number} height={ROW} />
              ),
            )}
            <Gap height={after} />
          </tbody>
        </table>
      </div>
      {keys.failed ? <NotAll again={again} /> : null}
    </Card>
  );
}

function patternOf(key: string, followed: readonly string[]): string | undefined {
  return followed.find((pattern) => pattern !== key && matches(pattern, key));
}

/**
 * The room of rows that are not drawn. In one cell: one that spans all columns would bring those back that a narrow list
 * does without.
 */
function Gap({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

function NotAll({ again }: { again: () => void }) {
  return (
    <p role="alert" className="flex items-center gap-3 border-t border-line px-3 py-2 text-muted">
      The rest could not be loaded just now.
      <Button onClick={again}>Try again</Button>
    </p>
  );
}
