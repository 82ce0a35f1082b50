import type { StatusPanel as StatusDefinition } from "../../../../core/boards/document";
import { useLiveKeys } from "../../../live/use-live-keys";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { SourceRow } from "./source-row";

const PREFIX = "$sources.";
const none: readonly string[] = [];

/** The workspace's sources: state, last good answer, next refresh; and for one that fails, why. */
export default function StatusPanel({ panel }: { panel: StatusDefinition }) {
  const sources = useLiveKeys(["$sources.*"]);
  if (sources.length === 0) {
    return (
      <PanelShell panel={panel} slugs={none} body="empty">
        <PanelMessage title="No sources yet">Values come from sources; add one first.</PanelMessage>
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={none} flush>
      <table className="w-full">
        <thead className="text-left text-12 whitespace-nowrap text-faint [&_th]:h-7 [&_th]:border-b [&_th]:border-line [&_th]:px-2 [&_th]:font-regular">
          <tr>
            <th scope="col" className="pl-3!">
              State
            </th>
            <th scope="col">Source</th>
            <th scope="col" className="text-right @max-[340px]:pr-3!">
              Last good
            </th>
            <th scope="col" className="pr-3! text-right @max-[340px]:hidden">
              Next
            </th>
          </tr>
        </thead>
        {sources.map(({ key }) => (
          <SourceRow key={key} slug={key.slice(PREFIX.length)} />
        ))}
      </table>
    </PanelShell>
  );
}
