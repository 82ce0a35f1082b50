import { X } from "lucide";
import { isExact } from "../../../core/keys/pattern";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";

interface FollowedPatternsProps {
  /** What is followed, each with how many keys there are of it. */
  followed: readonly (readonly [pattern: string, keys: number])[];
  unfollow: (pattern: string) => void;
}

/** The patterns that one follows, and the names that no key has: single keys have their star in the list. */
export function FollowedPatterns({ followed, unfollow }: FollowedPatternsProps) {
  const hydrated = useHydrated();
  const shown = followed.filter(([pattern, keys]) => keys === 0 || !isExact(pattern));
  return shown.length === 0 ? null : (
    <ul aria-label="Patterns I follow" className="flex flex-wrap gap-1.5">
      {shown.map(([pattern, keys]) => (
        <li
          key={pattern}
          className="flex h-7 max-w-full items-center gap-2 rounded-6 border border-line pl-2.5 phone:h-(--thumb)"
        >
          <code className="truncate text-body">{pattern}</code>
          <span className="shrink-0 text-12 text-faint">{count(pattern, keys)}</span>
          <button
            type="button"
            disabled={!hydrated}
            aria-label={`Unfollow ${pattern}`}
            title="Unfollow"
            onClick={() => unfollow(pattern)}
            className="grid size-7 shrink-0 place-items-center rounded-6 text-muted hover:bg-hover phone:size-(--thumb)"
          >
            <Icon of={X} className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function count(pattern: string, keys: number): string {
  if (keys === 0) return isExact(pattern) ? "No such key" : "No key matches";
  return keys === 1 ? "1 key" : `${keys} keys`;
}
