import { useCallback, useMemo, useState } from "react";
import type { ListPanel as ListDefinition } from "../../../../core/boards/document";
import {
  isListRows,
  type ListChange,
  type ListRow,
  placeRow,
  putBack,
  removeRow,
} from "../../../../core/boards/list-rows";
import { sourceOf } from "../../../../core/keys/name";
import { useSetKey } from "../../../live/use-set-key";
import { EditingArea } from "../editing-area";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { ProblemStrip } from "../problem-strip";
import { RowsSkeleton } from "../table/rows-skeleton";
import { useMayWrite } from "../use-may-write";
import { useMissingSource } from "../use-missing-source";
import { usePanelLoading } from "../use-panel-loading";
import { NoValues } from "../values/no-values";
import { AddRow } from "./add-row";
import { ListRowItem } from "./list-row-item";
import { UndoStrip } from "./undo-strip";
import { type Drop, useRowDrag } from "./use-row-drag";

/** What was taken off the list, and the row that it stood behind. */
interface Removed {
  readonly row: ListRow;
  readonly after: string | null;
}

/** A to-do that people keep together: whoever may write adds, ticks, rewords, moves and removes rows of it. */
export default function ListPanel({ panel }: { panel: ListDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const { value, isSaving, problem, change } = useSetKey(panel.key);
  const loading = usePanelLoading(slugs);
  const isMissing = useMissingSource(slugs) !== undefined;
  const mayWrite = useMayWrite(panel.key);
  const rows = useMemo(() => (isListRows(value ?? []) ? (value ?? []) : null), [value]);
  const edit = useCallback(
    (made: ListChange) => void change((current = []) => (isListRows(current) ? made(current) : current)),
    [change],
  );
  if (rows === null || !isListRows(rows)) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="This key holds no list">
          <code>{panel.key}</code> wants rows of id, text and done.
        </PanelMessage>
      </PanelShell>
    );
  }
  if (value === undefined && loading) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="loading" flush>
        <RowsSkeleton rows={panel.place.h - 2} />
      </PanelShell>
    );
  }
  if (value === undefined && isMissing) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="empty">
        <NoValues asked={[panel.key]} slugs={slugs} problem={null} />
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={slugs} flush>
      <EditingArea panel={panel.id}>
        <Rows rows={rows} mayWrite={mayWrite} edit={edit} isSaving={isSaving} problem={problem} />
      </EditingArea>
    </PanelShell>
  );
}

interface RowsProps {
  rows: readonly ListRow[];
  mayWrite: boolean;
  edit: (change: ListChange) => void;
  isSaving: boolean;
  problem: string | null;
}

function Rows({ rows, mayWrite, edit, isSaving, problem }: RowsProps) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [said, say] = useState("");
  const remove = useCallback(
    (row: ListRow, after: string | null) => {
      edit(removeRow(row.id));
      setRemoved({ row, after });
    },
    [edit],
  );
  const place = (id: string, { side, other }: Drop) => {
    edit(placeRow(id, side, other));
    const [row, neighbour] = [rows.find((one) => one.id === id), rows.find((one) => one.id === other)];
    say(`Moved ${side} “${neighbour?.text ?? ""}”: ${row?.text ?? ""}`);
  };
  const { drag, listeners } = useRowDrag(place);
  const undo = ({ row, after }: Removed) => {
    edit(putBack(row, after));
    setRemoved(null);
  };
  return (
    <>
      {rows.length === 0 ? (
        <PanelMessage title="Nothing on the list">
          {mayWrite ? "What you add is here for everybody at once." : null}
        </PanelMessage>
      ) : (
        <ul {...listeners}>
          {rows.map((row, i) => (
            <ListRowItem
              key={row.id}
              row={row}
              above={rows[i - 1]?.id ?? null}
              below={rows[i + 1]?.id ?? null}
              mayWrite={mayWrite}
              edit={edit}
              remove={remove}
              say={say}
              isDragged={drag?.id === row.id}
              dropSide={drag?.drop?.other === row.id ? drag.drop.side : null}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <div data-covers className="sticky bottom-0 mt-auto rounded-b-8 bg-panel">
        {removed ? (
          <UndoStrip text={removed.row.text} undo={() => undo(removed)} dismiss={() => setRemoved(null)} />
        ) : null}
        <ProblemStrip problem={problem} />
        {mayWrite ? <AddRow edit={edit} isSaving={isSaving} /> : null}
      </div>
    </>
  );
}
