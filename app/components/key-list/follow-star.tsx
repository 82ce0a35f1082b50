import { Star } from "lucide-react";
import { useHydrated } from "../ui/use-hydrated";

interface FollowStarProps {
  pattern: string;
  isFollowed: boolean;
  toggle: (pattern: string) => void;
}

/** Follows a key, or lets it go. */
export function FollowStar({ pattern, isFollowed, toggle }: FollowStarProps) {
  const hydrated = useHydrated();
  return (
    <button
      type="button"
      disabled={!hydrated}
      aria-pressed={isFollowed}
      aria-label={`Follow ${pattern}`}
      title={isFollowed ? "Followed" : "Follow"}
      onClick={() => toggle(pattern)}
      className="grid size-7 shrink-0 place-items-center rounded-6 text-muted hover:bg-hover aria-pressed:text-accent"
    >
      <Star aria-hidden className={`size-4 ${isFollowed ? "fill-current" : ""}`} strokeWidth={1.5} />
    </button>
  );
}
