import { formatSpan } from "../../format/age";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { extentOf, type Series } from "./series";

interface ValuesTableProps {
  title: string;
  series: readonly Series[];
  range: number;
}

/** The chart in words for those who do not see it: each line's last, lowest and highest value. */
export function ValuesTable({ title, series, range }: ValuesTableProps) {
  const { locale } = useReader();
  const say = (value: number | null | undefined, unit: string | undefined) =>
    written(measure(value ?? null, unit, locale));
  return (
    <div className="sr-only">
      <table>
        <caption>
          {title}, last {formatSpan(range)}
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
          {series.map(({ key, name, unit, points }) => {
            const extent = extentOf([points]);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{say(points.at(-1)?.[1], unit)}</td>
                <td>{say(extent?.low, unit)}</td>
                <td>{say(extent?.high, unit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
