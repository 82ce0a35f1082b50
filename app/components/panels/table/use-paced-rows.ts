import { usePaced } from "../use-paced";

/** From so many rows on, sorting and searching them takes as long as a frame. */
const MANY = 1_000;

/** The rows; many of them once a second at most. */
export function usePacedRows<Row>(rows: readonly Row[]): readonly Row[] {
  const paced = usePaced(rows, 1_000);
  return rows.length > MANY ? paced : rows;
}
