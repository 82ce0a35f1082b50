import type { Json } from "../../core/json";
import { isObject } from "../../core/json";
import type { StreamEvent } from "../../core/protocol/parts";
import type { Item } from "./items";

/**
 * The items that a stream has not had, oldest first. What it has had is known by what it holds. Once it is full, the
 * oldest leave it while the feed may still name them: an item from before all that is held has been there, or comes too
 * late for a list of the newest.
 */
export function newItems(items: readonly Item[], held: readonly StreamEvent[], keep: number): Item[] {
  const seen = new Set(held.map(({ data }) => idOf(data)));
  const since = held.length < keep ? Number.NEGATIVE_INFINITY : Math.min(...held.map(({ at }) => at));
  const fresh = items.filter(({ id, at }) => {
    if (seen.has(id) || (at !== undefined && at < since)) return false;
    seen.add(id);
    return true;
  });
  // Feeds begin with the newest. Dates overrule that where both items have one; the sort keeps the order of others.
  return fresh
    .toReversed()
    .sort((a, b) => (a.at === undefined || b.at === undefined ? 0 : a.at - b.at))
    .slice(-keep);
}

function idOf(data: Json): Json | undefined {
  return isObject(data) ? data.id : undefined;
}
