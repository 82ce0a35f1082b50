import { Star } from "lucide-react";
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { FoundKeys } from "../../../core/keys/found-keys";
import { ProblemStrip } from "../panels/problem-strip";
import { useFollowed } from "../people/use-followed";
import { Button } from "../ui/button";
import { ListSearch } from "../ui/list-search";
import { useHydrated } from "../ui/use-hydrated";
import { FollowedKeys } from "./followed-keys";
import { isFollowedTab } from "./key-place";
import { KeyPlaces } from "./key-places";
import { KeyTable } from "./key-table";
import { NoKeys } from "./no-keys";

interface KeyBrowserProps {
  slug: string;
  userId: string;
  /** What the address asks for. */
  found: FoundKeys;
  /** The patterns that the page subscribes by itself. */
  seeded: readonly string[];
  /** Milliseconds of past in the sparks. */
  range: number;
}

/** Every key of the workspace, to be searched, followed and opened; those that one follows, apart. */
export function KeyBrowser({ slug, userId, found, seeded, range }: KeyBrowserProps) {
  const { keys: list, problem, follow, unfollow } = useFollowed(userId);
  const [search] = useSearchParams();
  const isFollowed = isFollowedTab(search);
  const toggle = useCallback(
    (pattern: string) => (list.includes(pattern) ? unfollow(pattern) : follow(pattern)),
    [list, follow, unfollow],
  );
  return (
    <div className="grid grid-cols-[200px_minmax(0,1fr)] gap-6 phone:grid-cols-[minmax(0,1fr)] phone:gap-3">
      <h1 className="sr-only">Keys</h1>
      <KeyPlaces found={found} followed={list.length} isFollowedTab={isFollowed} />
      <div className="grid min-w-0 content-start gap-2">
        <div className="flex min-w-0 items-center gap-2">
          <ListSearch
            label={isFollowed ? "Search followed keys" : "Search keys"}
            placeholder="Words of a name, label or unit, or a pattern such as node.*"
            value={found.asked}
            keep={["sort", "tab"]}
            {...(!isFollowed && { note: `${found.total} of ${found.all}`, onArrowDown: focusFirstKey })}
          />
          {isFollowed || found.pattern === null ? null : (
            <FollowAll pattern={found.pattern} isFollowed={list.includes(found.pattern)} toggle={toggle} />
          )}
        </div>
        <p className="text-12 text-faint phone:hidden">
          <code>*</code> inside a pattern stands for one part of a name, at its end for everything below.
        </p>
        {isFollowed ? (
          <FollowedKeys list={list} asked={found.asked} {...{ seeded, range, unfollow }} />
        ) : found.total === 0 ? (
          <NoKeys asked={found.asked} all={found.all} />
        ) : (
          <KeyTable slug={slug} found={found} followed={list} toggle={toggle} range={range} />
        )}
        <ProblemStrip problem={problem} />
      </div>
    </div>
  );
}

interface FollowAllProps {
  pattern: string;
  isFollowed: boolean;
  toggle: (pattern: string) => void;
}

/** Follows a pattern: all keys that it finds now, and those to come. */
function FollowAll({ pattern, isFollowed, toggle }: FollowAllProps) {
  return (
    <Button
      size="big"
      disabled={!useHydrated()}
      aria-pressed={isFollowed}
      aria-label={`Follow ${pattern}`}
      title={`All keys that match ${pattern}, and those to come`}
      icon={<Star aria-hidden className={isFollowed ? "fill-current" : ""} strokeWidth={1.5} />}
      onClick={() => toggle(pattern)}
    >
      {isFollowed ? "Followed" : "Follow all"}
    </Button>
  );
}

function focusFirstKey(): void {
  document.querySelector<HTMLElement>("a[data-key]")?.focus();
}
