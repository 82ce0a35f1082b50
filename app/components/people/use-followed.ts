import { useCallback, useMemo } from "react";
import { followed } from "../../../core/people/followed";
import { readAs } from "../../../core/schema/read-as";
import { useSetKey } from "../../live/use-set-key";

const none: readonly string[] = [];
/** A followed board is one with a star: it stands in the list of boards, and not among the keys. */
const BOARDS = "$boards.";

/** The keys and patterns that one person follows: the same on every device, and theirs alone to read. */
export function useFollowed(userId: string) {
  const { value, problem, change } = useSetKey(`$followed.${userId}`);
  const list = useMemo(() => parseFollowed(value), [value]);
  const follow = useCallback(
    (pattern: string) =>
      void change((current) => {
        const held = parseFollowed(current);
        return held.includes(pattern) ? current : [...held, pattern];
      }),
    [change],
  );
  const unfollow = useCallback(
    (pattern: string) =>
      void change((current) => {
        const held = parseFollowed(current);
        return held.includes(pattern) ? held.filter((one) => one !== pattern) : current;
      }),
    [change],
  );
  const keys = useMemo(() => list.filter((pattern) => !pattern.startsWith(BOARDS)), [list]);
  return { list, keys, problem, follow, unfollow };
}

function parseFollowed(value: unknown): readonly string[] {
  const data = readAs(followed, value);
  return data ?? none;
}
