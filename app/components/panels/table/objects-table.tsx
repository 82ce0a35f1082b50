import { useMemo, useState } from "react";
import type { TablePanel } from "../../../../core/boards/document";
import { DataTable } from "./data-table";
import { objectColumns } from "./object-columns";
import { keepRows, membersOf, type ObjectRow } from "./object-rows";
import { usePacedRows } from "./use-paced-rows";

interface ObjectsTableProps {
  panel: TablePanel;
  search: string;
  rows: readonly ObjectRow[];
  /** Of the numbers in them. */
  unit: string | undefined;
}

/** The objects of a list as rows, their members as columns. */
export function ObjectsTable({ panel, search, rows: given, unit }: ObjectsTableProps) {
  const rows = useKept(usePacedRows(given));
  const { thresholds } = panel;
  const members = useSameText(membersOf(rows));
  const columns = useMemo(() => objectColumns(members, unit, thresholds), [members, unit, thresholds]);
  return <DataTable panel={panel} search={search} rows={rows} columns={columns} />;
}

function useKept(rows: readonly ObjectRow[]): readonly ObjectRow[] {
  const [held, hold] = useState({ from: rows, rows });
  if (held.from === rows) return held.rows;
  const kept = keepRows(held.rows, rows);
  hold({ from: rows, rows: kept });
  return kept;
}

/** The value before as long as the new one says the same: its columns keep what a person made of them. */
function useSameText<T>(value: T): T {
  const [held, hold] = useState(value);
  if (JSON.stringify(held) === JSON.stringify(value)) return held;
  hold(value);
  return value;
}
