import { useMemo, useState } from "react";
import type { TablePanel } from "../../../../core/boards/document";
import { useReader } from "../../format/reader-provider";
import { useBoard } from "../board-context";
import type { ShownValue } from "../values/shown-value";
import { useToldApart } from "../values/use-told-apart";
import { DataTable } from "./data-table";
import { keyColumns, widthOfValues } from "./key-columns";
import { usePacedRows } from "./use-paced-rows";

interface KeysTableProps {
  panel: TablePanel;
  search: string;
  values: readonly ShownValue[];
  /** Then each row says for itself when its source is not fresh. */
  severalSources: boolean;
}

/** Keys as rows: name, recent course, value, and when it last changed. */
export function KeysTable({ panel, search, values, severalSources }: KeysTableProps) {
  const { range } = useBoard();
  const { locale } = useReader();
  const rows = usePacedRows(useToldApart(values));
  const { thresholds } = panel;
  const [valueWidth, setWidth] = useState(0);
  const wanted = useMemo(() => widthOfValues(rows, locale), [rows, locale]);
  // It grows with what comes and does not shrink: a column that breathes cannot be read.
  if (wanted > valueWidth) setWidth(wanted);
  const columns = useMemo(
    () => keyColumns({ range, severalSources, thresholds, valueWidth }),
    [range, severalSources, thresholds, valueWidth],
  );
  return <DataTable panel={panel} search={search} rows={rows} columns={columns} />;
}
