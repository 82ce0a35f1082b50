import { hasAge } from "../../../../core/freshness/freshness";
import { useChecked } from "../../../live/use-checked";
import { useLiveKey } from "../../../live/use-live-key";
import { useLiveStatus } from "../../../live/use-live-status";
import { useNow } from "../../../live/use-now";
import { when } from "../../format/clock";
import { useReader } from "../../format/reader-provider";
import { parseSource } from "../use-freshness";

const MINUTE = 60_000;

/** When a source's values were last known to be true. */
export function LastGood({ slug }: { slug: string }) {
  const { timeZone } = useReader();
  const { checkedAt } = useChecked(slug);
  const { behindSince = null } = useLiveStatus();
  const source = parseSource(useLiveKey(`$sources.${slug}`)?.value);
  const now = useNow(MINUTE);
  const at = hasAge(source) ? checkedAt : behindSince;
  return at === null ? "Not looked at yet" : `Last good ${when(at, now, timeZone)}`;
}
