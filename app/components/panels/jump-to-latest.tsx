import { ArrowDown } from "lucide";
import { Icon } from "../ui/icon";

/** Below a list whose end is out of sight: back to it, and how many came since. */
export function JumpToLatest({ news, jump }: { news: number; jump: () => void }) {
  return (
    <button
      type="button"
      onClick={jump}
      className="flex h-8 shrink-0 items-center justify-center gap-1.5 border-t border-line text-12 font-medium text-accent hover:bg-hover phone:h-(--thumb)"
    >
      <Icon of={ArrowDown} className="size-3.5" />
      Jump to latest
      {news > 0 ? <span className="font-regular text-muted">({news})</span> : null}
    </button>
  );
}
