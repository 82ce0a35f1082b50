import { memo } from "react";
import { formatSpan } from "../../format/age";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { useBoardRange } from "../../range/range-context";
import { rangeWords } from "../../range/range-words";
import { usePaced } from "../use-paced";
import { extentOf, type Series } from "./series";

interface ValuesTableProps {
  title: string;
  series: readonly Series[];
  range: number;
}

/** Nobody is read a table anew each second (milliseconds), and a page of charts lays out as many tables. */
const EVERY = 5_000;

/** The chart in words for those who do not see it: each line's last, lowest and highest value. */
export function ValuesTable(props: ValuesTableProps) {
  return <PacedTable {...props} series={usePaced(props.series, EVERY)} />;
}

const PacedTable = memo(function PacedTable({ title, series, range }: ValuesTableProps) {
  const { locale, timeZone } = useReader();
  const board = useBoardRange();
  const say = (value: number | null | undefined, { unit, decimals }: Series) =>
    written(measure(value ?? null, unit, locale, decimals));
  return (
    <div className="sr-only">
      <table>
        <caption>
          {title}, {board.range.kind === "past" ? rangeWords(board.range, timeZone) : `last ${formatSpan(range)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Last</th>
            <th scope="col">Lowest</th>
            <th scope="col">Highest</th>
          </tr>
        </thead>
        <tbody>
          {series.map((one) => {
            const { key, name, points } = one;
            const extent = extentOf([points]);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{say(points.at(-1)?.[1], one)}</td>
                <td>{say(extent?.low, one)}</td>
                <td>{say(extent?.high, one)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});
