import { Star } from "lucide";
import { useCallback } from "react";
import type { FoundKeys } from "../../../core/keys/found-keys";
import { ProblemStrip } from "../panels/problem-strip";
import { useFollowed } from "../people/use-followed";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { ListSearch } from "../ui/list-search";
import { useHydrated } from "../ui/use-hydrated";
import { FollowedPatterns } from "./followed-patterns";
import { KeyPlaces } from "./key-places";
import { KeyTable } from "./key-table";
import { NoKeys } from "./no-keys";
import { useFoundKeys } from "./use-found-keys";

interface KeyBrowserProps {
  slug: string;
  userId: string;
  /** What the address asks for. */
  found: FoundKeys;
  /** Milliseconds of past in the sparks. */
  range: number;
}

/** Every key of the workspace, or those that one follows: to be searched, followed and opened. */
export function KeyBrowser({ slug, userId, found, range }: KeyBrowserProps) {
  const { keys: list, problem, follow, unfollow } = useFollowed(userId);
  const isFollowed = found.followed !== null;
  const keys = useFoundKeys(found, isFollowed ? list.join(" ") : "");
  const { total, all, asked, pattern, followed } = keys.newest;
  const toggle = useCallback(
    (one: string) => (list.includes(one) ? unfollow(one) : follow(one)),
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
            value={asked}
            keep={["sort", "tab"]}
            note={isFollowed ? `${total} ${total === 1 ? "key" : "keys"}` : `${total} of ${all}`}
            onArrowDown={focusFirstKey}
          />
          {isFollowed || pattern === null ? null : (
            <FollowAll pattern={pattern} isFollowed={list.includes(pattern)} toggle={toggle} />
          )}
        </div>
        {followed ? (
          <FollowedPatterns followed={followed.filter(([one]) => list.includes(one))} unfollow={unfollow} />
        ) : (
          <p className="text-12 text-faint phone:hidden">
            <code>*</code> inside a pattern stands for one part of a name, at its end for everything below.
          </p>
        )}
        {total === 0 ? (
          <NoKeys asked={asked} all={all} followed={isFollowed ? list.length : null} />
        ) : (
          <KeyTable slug={slug} keys={keys} followed={list} toggle={toggle} range={range} />
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
      icon={<Icon of={Star} className={isFollowed ? "fill-current" : ""} />}
      onClick={() => toggle(pattern)}
    >
      {isFollowed ? "Followed" : "Follow all"}
    </Button>
  );
}

function focusFirstKey(): void {
  document.querySelector<HTMLElement>("a[data-key]")?.focus();
}
