import { Star } from "lucide";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";

interface FollowStarProps {
  pattern: string;
  isFollowed: boolean;
  /** The pattern that it is followed by, where it is not by itself. */
  by?: string | undefined;
  toggle: (pattern: string) => void;
}

/** Follows a key, or lets it go. */
export function FollowStar({ pattern, isFollowed, by, toggle }: FollowStarProps) {
  const hydrated = useHydrated();
  return (
    <button
      type="button"
      disabled={!hydrated}
      aria-pressed={isFollowed}
      aria-label={`Follow ${pattern}`}
      title={isFollowed ? "Followed" : by === undefined ? "Follow" : `Followed by ${by}`}
      onClick={() => toggle(pattern)}
      className="grid size-7 shrink-0 place-items-center rounded-6 text-muted hover:bg-hover aria-pressed:text-accent"
    >
      <Icon of={Star} className={`size-4 ${isFollowed || by !== undefined ? "fill-current" : ""}`} />
    </button>
  );
}
