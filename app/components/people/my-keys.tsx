import { useSubscription } from "../../live/use-subscription";
import { PanelMessage } from "../panels/panel-message";
import { ProblemStrip } from "../panels/problem-strip";
import { Card } from "../ui/card";
import { PageTitle } from "../ui/page-title";
import { FollowedTable } from "./followed-table";
import { type Found, KeySearch } from "./key-search";
import { useFollowed } from "./use-followed";

interface MyKeysProps {
  slug: string;
  userId: string;
  /** What the address already asks for. */
  found: Found;
  /** The patterns that the page subscribes by itself. */
  seeded: readonly string[];
  /** Milliseconds of past in the sparks. */
  range: number;
}

/** Choosing keys, and watching those that were chosen. */
export function MyKeys({ slug, userId, found, seeded, range }: MyKeysProps) {
  const { list, problem, follow, unfollow } = useFollowed(userId);
  const added = list.filter((pattern) => !seeded.includes(pattern));
  useSubscription(added, null, range);
  return (
    <div className="grid max-w-[1080px] gap-4">
      <PageTitle note={list.length}>My keys</PageTitle>
      <KeySearch slug={slug} found={found} followed={list} follow={follow} unfollow={unfollow} />
      <Card className="@container group/panel overflow-clip">
        {list.length === 0 ? (
          <div className="grid min-h-40">
            <PanelMessage title="You follow no keys yet">
              Search for one above. What you follow is kept for you, on every device, and seen by nobody else.
            </PanelMessage>
          </div>
        ) : (
          <FollowedTable followed={list} range={range} unfollow={unfollow} />
        )}
        <ProblemStrip problem={problem} />
      </Card>
    </div>
  );
}
