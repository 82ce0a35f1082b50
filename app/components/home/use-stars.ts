import { useCallback, useMemo } from "react";
import { useFollowed } from "../people/use-followed";

const PREFIX = "$boards.";

/** Which boards the reader gave a star. A board is a key: a star follows it, so it is there on every device of theirs. */
export function useStars(userId: string) {
  const { list, problem, follow, unfollow } = useFollowed(userId);
  const starred = useMemo(
    () => new Set(list.filter((one) => one.startsWith(PREFIX)).map((one) => one.slice(PREFIX.length))),
    [list],
  );
  const toggle = useCallback(
    (id: string) => (starred.has(id) ? unfollow(PREFIX + id) : follow(PREFIX + id)),
    [starred, follow, unfollow],
  );
  return { starred, problem, toggle };
}
