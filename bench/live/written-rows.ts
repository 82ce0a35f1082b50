import { seated } from "./setup/rounds";
import type { Row } from "./setup/row";
import { product } from "./setup/side";

/** Rows that the object's SQLite reports as written. */
interface Written {
  readonly pages: number;
  readonly other: number;
  readonly alarms: number;
}

async function written(port: number, count: number, of: number, value: number): Promise<Written> {
  const writes = Array.from({ length: count }, (_, i) => ({ key: `bench.k${Math.floor((i * of) / count)}`, value }));
  const answer = await fetch(`http://127.0.0.1:${port}/rows`, { method: "POST", body: JSON.stringify({ writes }) });
  if (!answer.ok) throw new Error(await answer.text());
  const rows: Written = JSON.parse(await answer.text());
  return rows;
}

async function row(port: number, count: number, of: number, pages: number): Promise<Row> {
  // The first commit makes the keys.
  await written(port, of, of, 0);
  const rows = await written(port, count, of, 1);
  const told = `${rows.pages} (+ ${rows.alarms} alarm, ${rows.other} other)`;
  return {
    workload: `rows written by a commit that changes ${count} of ${of.toLocaleString("en-US")} keys`,
    product: told,
    other: "",
    ratio: "",
    target: pages === 1 ? "1 page" : `≤ ${pages} pages`,
    isMet: rows.pages <= pages && rows.alarms <= 1 && rows.other <= 1,
  };
}

/** Counted, not measured: once is enough. */
export async function writtenRows(): Promise<Row[]> {
  const few = await seated([product], async ([seat]) => row(seat?.runtime.port ?? 0, 40, 40, 1));
  const many = await seated([product], async ([seat]) => row(seat?.runtime.port ?? 0, 10, 10_000, 10));
  return [few, many];
}
