import { RotateCw } from "lucide";
import { useFetcher } from "react-router";
import { formatAge, formatCountdown } from "../format/age";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useBoard } from "./board-context";
import type { SourceFreshness } from "./use-freshness";

/** Why a panel's source brings nothing, since when, when it is asked again, and a way to ask now. */
export function FailingStrip({ source: { slug, source, dueAt }, now }: { source: SourceFreshness; now: number }) {
  const { mayRetry } = useBoard();
  if (source?.state !== "failing") return null;
  const lastGood = source.lastGood === null ? "Never answered" : `Last good ${formatAge(now - source.lastGood)} ago`;
  const next = dueAt === null ? "" : ` · ${dueAt <= now ? "trying now" : `next try ${formatCountdown(dueAt - now)}`}`;
  const since = lastGood + next;
  return (
    <div className="flex shrink-0 items-center gap-2 rounded-b-[7px] border-t border-line bg-failing-soft py-1 pr-2 pl-3 phone:py-0 phone:pr-0 text-12">
      <div className="min-w-0 flex-1">
        <p
          title={`${source.failure.message} ${since}`}
          className="line-clamp-1 font-medium text-failing-text @max-[260px]:line-clamp-2"
        >
          {source.failure.message}
        </p>
        <p className="truncate text-muted @max-[260px]:hidden">{since}</p>
      </div>
      {mayRetry ? <Retry slug={slug} name={source.name} /> : null}
    </div>
  );
}

function Retry({ slug, name }: { slug: string; name: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <Button
        type="submit"
        name="slug"
        value={slug}
        off={fetcher.state !== "idle"}
        icon={<Icon of={RotateCw} />}
        aria-label={`Retry ${name}`}
      >
        <span className="@max-[260px]:hidden">Retry</span>
      </Button>
    </fetcher.Form>
  );
}
