import { ChevronDown } from "lucide";
import type { ReactNode } from "react";
import { PanelMessage } from "../panels/panel-message";
import { ProblemStrip } from "../panels/problem-strip";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { BoardCard } from "./board-card";
import { type BoardGroup, groupedBoards } from "./grouped-boards";
import type { ListedBoard } from "./listed-board";
import { useBoardOrder } from "./use-board-order";
import { useStars } from "./use-stars";

interface BoardsListProps {
  boards: readonly ListedBoard[];
  /** What the address searches for. */
  asked: string;
  userId: string;
  /** Milliseconds of past in the sparks. */
  range: number;
  mayWrite: boolean;
}

/** The boards of a workspace: the starred ones, those of each folder, and the rest. */
export function BoardsList({ boards, asked, userId, range, mayWrite }: BoardsListProps) {
  const { starred, problem, toggle } = useStars(userId);
  const { ordered, move, told, holder } = useBoardOrder(boards);
  const groups = groupedBoards(ordered, asked, starred);
  const folders = [...new Set(boards.map(({ folder }) => folder).filter(Boolean))];
  if (groups.length === 0) return <NothingFound asked={asked} boards={boards.length} />;
  return (
    <div ref={holder} className="mt-4 grid gap-5">
      <p role="status" className="sr-only">
        {told}
      </p>
      {groups.map((group) => (
        <Group key={`${group.kind} ${group.name}`} group={group} isAlone={groups.length === 1}>
          {group.boards.map((board) => (
            <BoardCard
              key={board.slug}
              board={board}
              group={group.boards.map(({ slug }) => slug)}
              folders={folders}
              range={range}
              mayWrite={mayWrite}
              isStarred={starred.has(board.id)}
              star={toggle}
              move={move}
            />
          ))}
        </Group>
      ))}
      {problem === null ? null : <ProblemStrip problem={problem} />}
    </div>
  );
}

interface GroupProps {
  group: BoardGroup;
  isAlone: boolean;
  children: ReactNode;
}

function Group({ group: { name, kind, boards }, isAlone, children }: GroupProps) {
  const list = <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">{children}</ul>;
  if (kind === "rest" && isAlone) {
    return (
      <section>
        <h2 className="sr-only">All boards</h2>
        {list}
      </section>
    );
  }
  return (
    <details open className="group/folder">
      <summary className="mb-2 flex h-8 cursor-default list-none items-center gap-1.5 rounded-6 text-body phone:h-(--thumb) [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronDown} className="size-4 -rotate-90 text-muted group-open/folder:rotate-0" />
        <h2 className="font-medium">{kind === "rest" ? "Other boards" : name}</h2>
        <span className="text-faint">{boards.length}</span>
      </summary>
      {list}
    </details>
  );
}

function NothingFound({ asked, boards }: { asked: string; boards: number }) {
  return (
    <Card className="mt-4 grid min-h-40">
      <PanelMessage title={`No board matches “${asked}”`} action={<ButtonLink to="?">Show all boards</ButtonLink>}>
        The names and folders of {boards === 1 ? "one board" : `${boards} boards`} were searched.
      </PanelMessage>
    </Card>
  );
}
