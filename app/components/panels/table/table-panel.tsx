import { useMemo, useState } from "react";
import type { TablePanel as TableDefinition } from "../../../../core/boards/document";
import { isExact } from "../../../../core/keys/pattern";
import { useBoardRange } from "../../range/range-context";
import { NoHistoryPanel } from "../no-history-panel";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { SearchBox } from "../search-box";
import { NoValues } from "../values/no-values";
import { useValues } from "../values/use-values";
import { KeysTable } from "./keys-table";
import { objectRows } from "./object-rows";
import { ObjectsTable } from "./objects-table";
import { RowsSkeleton } from "./rows-skeleton";

/** From so many rows on, the field that searches them stands in the header; `/` brings it to any table. */
const MANY = 12;

/** Keys as rows; or, of a single key that holds objects in a list, those, with their members as columns. */
export default function TablePanel({ panel }: { panel: TableDefinition }) {
  const entries = useMemo(() => panel.keys.map((key) => ({ key })), [panel.keys]);
  const { values, slugs, problem, ...shown } = useValues(entries);
  const isLoading = shown.isLoading && problem === null;
  const [search, setSearch] = useState<string | null>(null);
  const { range } = useBoardRange();
  const [only] = values;
  const isOne = panel.keys.length === 1 && panel.keys.every((key) => key.startsWith("=") || isExact(key));
  const objects = useMemo(() => (isOne && only ? objectRows(only.value) : null), [isOne, only]);
  const rows = objects ?? values;
  if (rows.length === 0) {
    return (
      <PanelShell panel={panel} slugs={slugs} body={isLoading ? "loading" : "empty"} flush={isLoading}>
        {isLoading ? (
          <RowsSkeleton rows={panel.place.h - 2} />
        ) : objects ? (
          <PanelMessage title="No rows yet">
            <code>{panel.keys.join(", ")}</code>
          </PanelMessage>
        ) : (
          <NoValues asked={panel.keys} slugs={slugs} problem={problem} />
        )}
      </PanelShell>
    );
  }
  if (range.kind === "past" && values.every(({ isSeries }) => !isSeries)) return <NoHistoryPanel panel={panel} />;
  const shared = { panel, search: search?.trim() ?? "" };
  const field = (
    <SearchBox what={`rows of ${panel.title}`} text={search} change={setSearch} stays={rows.length > MANY} />
  );
  return (
    <PanelShell
      panel={panel}
      slugs={slugs}
      scrolls={false}
      aside={field}
      changedAt={Math.max(...values.map(({ at }) => at))}
    >
      {objects ? (
        <ObjectsTable {...shared} rows={objects} unit={only?.unit} />
      ) : (
        <KeysTable {...shared} values={values} severalSources={slugs.length > 1} />
      )}
    </PanelShell>
  );
}
