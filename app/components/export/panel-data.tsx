import type { Panel } from "../../../core/boards/document";
import type { Json } from "../../../core/json";
import { moment } from "../format/clock";
import { measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { useBoard } from "../panels/board-context";
import { Dialog } from "../ui/dialog";
import type { DataRow } from "./data-row";
import { usePanelRows } from "./use-panel-rows";

/** Rows that are drawn at most; a CSV file has all of them. */
const MOST = 1_000;
const head = "sticky top-0 border-b border-line bg-raised py-1 pr-4 text-left font-regular text-faint";

/** The numbers of a panel with their times, the newest first. It goes on with them. */
export default function PanelData({ panel, close }: { panel: Panel; close: () => void }) {
  const { rows } = usePanelRows(panel, useBoard());
  const newest = rows.toSorted((a, b) => b.at - a.at).slice(0, MOST);
  return (
    <Dialog title={`${panel.title}: data`} size="wide" open setOpen={close}>
      {rows.length === 0 ? (
        <p className="text-muted">There is nothing in the range that the board shows.</p>
      ) : (
        // The dialog scrolls what is longer than it, by keyboard too.
        <div role="group" aria-label="Rows" tabIndex={0} className="max-h-[60dvh] overflow-auto">
          <table className="w-full">
            <thead className="text-12 whitespace-nowrap">
              <tr>
                <th scope="col" className={head}>
                  Time
                </th>
                <th scope="col" className={head}>
                  Name
                </th>
                <th scope="col" className={`${head} pr-0! text-right!`}>
                  Value
                </th>
              </tr>
            </thead>
            <tbody>
              {newest.map((row, i) => (
                <Row key={`${row.key} ${row.at} ${i}`} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > MOST ? (
        <p className="text-12 text-muted">
          The newest {MOST} of {rows.length} rows; the CSV file has all of them.
        </p>
      ) : null}
    </Dialog>
  );
}

function Row({ row: { at, name, key, unit, value } }: { row: DataRow }) {
  const { locale, timeZone } = useReader();
  return (
    <tr className="[&>*]:border-b [&>*]:border-line [&>*]:py-1">
      <td className="pr-4 whitespace-nowrap text-muted">
        <time dateTime={new Date(at).toISOString()}>{moment(at, timeZone)}</time>
      </td>
      <td className="pr-4 wrap-anywhere" title={key}>
        {name}
      </td>
      <td className="text-right wrap-anywhere text-strong">{valueText(value, unit, locale)}</td>
    </tr>
  );
}

function valueText(value: Json, unit: string, locale: string): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return written(measure(value, unit === "" ? undefined : unit, locale));
}
