import { useSubscription } from "../../live/use-subscription";
import { PanelMessage } from "../panels/panel-message";
import { FollowedTable } from "../people/followed-table";
import { Card } from "../ui/card";

interface FollowedKeysProps {
  list: readonly string[];
  /** Only those whose name or pattern holds this are shown. */
  asked: string;
  /** The patterns that the page subscribes by itself. */
  seeded: readonly string[];
  /** Milliseconds of past in the sparks. */
  range: number;
  unfollow: (pattern: string) => void;
}

/** What one follows, live. */
export function FollowedKeys({ list, asked, seeded, range, unfollow }: FollowedKeysProps) {
  const shown = list.filter((pattern) => pattern.toLowerCase().includes(asked.trim().toLowerCase()));
  useSubscription(
    list.filter((pattern) => !seeded.includes(pattern)),
    null,
    range,
  );
  return (
    <Card className="@container group/panel overflow-clip">
      {shown.length === 0 ? (
        <div className="grid min-h-40">
          {list.length === 0 ? (
            <PanelMessage title="You follow no keys yet">
              The star beside a key follows it. What you follow is kept for you, on every device, and seen by nobody
              else.
            </PanelMessage>
          ) : (
            <PanelMessage title={`Nothing that you follow matches “${asked}”`}>
              {list.length} keys and patterns were searched.
            </PanelMessage>
          )}
        </div>
      ) : (
        <FollowedTable followed={shown} range={range} unfollow={unfollow} />
      )}
    </Card>
  );
}
