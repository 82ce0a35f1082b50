import { useChecked } from "../../../live/use-checked";
import { useNow } from "../../../live/use-now";
import { when } from "../../format/clock";
import { useReader } from "../../format/reader-provider";

const MINUTE = 60_000;

/** When a source's values were last known to be true. */
export function LastGood({ slug }: { slug: string }) {
  const { timeZone } = useReader();
  const { checkedAt } = useChecked(slug);
  const now = useNow(MINUTE);
  return checkedAt === null ? "Not looked at yet" : `Last good ${when(checkedAt, now, timeZone)}`;
}
