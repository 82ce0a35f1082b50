import { Avatar } from "./avatar";
import type { Member } from "./use-members";

interface MentionChoiceProps {
  id: string;
  found: readonly Member[];
  at: number;
  pick: (member: Member) => void;
}

/** The members that a mention may mean, above the field. The focus stays in the field. */
export function MentionChoice({ id, found, at, pick }: MentionChoiceProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Members"
      hidden={found.length === 0}
      className="absolute bottom-full left-0 z-(--z-float) mb-1 w-60 max-w-full rounded-8 border border-line-strong bg-raised p-1 shadow-float"
    >
      {found.map((member, i) => (
        <div
          key={member.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          // Before the field loses the focus, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            pick(member);
          }}
          className="flex h-8 cursor-pointer items-center gap-2 rounded-6 px-2 text-body aria-selected:bg-selected aria-selected:text-strong phone:h-(--thumb)"
        >
          <Avatar name={member.name} />
          <span className="truncate">{member.name}</span>
        </div>
      ))}
    </div>
  );
}
