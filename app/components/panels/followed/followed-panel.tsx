import type { FollowedPanel as FollowedDefinition } from "../../../../core/boards/document";
import { useSubscription } from "../../../live/use-subscription";
import { FollowedTable } from "../../people/followed-table";
import { useFollowed } from "../../people/use-followed";
import { ButtonLink } from "../../ui/button";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";

const none: readonly string[] = [];

/** The keys that whoever looks follows. */
export default function FollowedPanel({ panel }: { panel: FollowedDefinition }) {
  const { userId, range, patterns } = useBoard();
  const { keys: list } = useFollowed(userId);
  // What was followed when the page was made is the board's to subscribe, from where the loader's values stand.
  const added = list.filter((pattern) => !patterns.includes(pattern));
  useSubscription(added, null, range);
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
    <PanelShell panel={panel} slugs={none} flush>
      <FollowedTable followed={list} range={range} />
    </PanelShell>
  );
}
