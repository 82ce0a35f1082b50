import type { TablePanel as TableDefinition } from "../../../../core/boards/document";
import { useLiveKeys } from "../../../live/use-live-keys";
import { formatSpan } from "../../format/age";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { slugsOf } from "../slugs-of";
import { usePanelLoading } from "../use-panel-loading";
import { KeyRow } from "./key-row";
import { RowsSkeleton } from "./rows-skeleton";

/** Keys as rows: name, recent course, value, and when it last changed. */
export function TablePanel({ panel }: { panel: TableDefinition }) {
  const values = useLiveKeys(panel.keys);
  const slugs = slugsOf(panel.keys, values);
  const loading = usePanelLoading(slugs);
  const { range } = useBoard();
  if (values.length === 0) {
    return (
      <PanelShell panel={panel} slugs={slugs} body={loading ? "loading" : "empty"} flush={loading}>
        {loading ? (
          <RowsSkeleton rows={panel.place.h - 2} />
        ) : (
          <PanelMessage title="No keys match">
            <code>{panel.keys.join(", ")}</code>
          </PanelMessage>
        )}
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={slugs} flush>
      <table className="w-full">
        <thead className="text-left text-12 whitespace-nowrap text-faint [&_th]:h-7 [&_th]:border-b [&_th]:border-line [&_th]:px-2 [&_th]:font-regular">
          <tr>
            <th scope="col" className="pl-3!">
              Key
            </th>
            <th scope="col" className="@max-[340px]:hidden">
              {formatSpan(range)}
            </th>
            <th scope="col" className="text-right">
              Value
            </th>
            <th scope="col" className="pr-3! text-right @max-[440px]:hidden">
              Changed
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map((live) => (
            <KeyRow key={live.key} live={live} range={range} severalSources={slugs.length > 1} />
          ))}
        </tbody>
      </table>
    </PanelShell>
  );
}
