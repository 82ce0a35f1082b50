import { useParams } from "react-router";
import type { FollowedPanel as FollowedDefinition } from "../../../../core/boards/document";
import { FollowedTable } from "../../people/followed-table";
import { useFollowed } from "../../people/use-followed";
import { useFollowedFirst } from "../../people/use-followed-first";
import { ButtonLink } from "../../ui/button";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { RowsSkeleton } from "../table/rows-skeleton";

const none: readonly string[] = [];

/** The keys that whoever looks follows: the first of them, however many a pattern matches. */
export default function FollowedPanel({ panel }: { panel: FollowedDefinition }) {
  const { userId, range } = useBoard();
  const { workspace = "" } = useParams();
  const { keys: list } = useFollowed(userId);
  const found = useFollowedFirst(workspace, list);
  if (list.length === 0) {
    return (
      <PanelShell panel={panel} slugs={none} body="empty">
        <PanelMessage title="You follow no keys yet" action={<ButtonLink to="../keys">Choose keys</ButtonLink>}>
          What you choose is here for you alone.
        </PanelMessage>
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={none} flush {...(found ? {} : { body: "loading" })}>
      {found ? <FollowedTable found={found} range={range} /> : <RowsSkeleton rows={panel.place.h - 2} />}
    </PanelShell>
  );
}
