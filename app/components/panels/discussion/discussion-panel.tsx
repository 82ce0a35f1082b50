import { useMemo } from "react";
import type { DiscussionPanel as DiscussionDefinition } from "../../../../core/boards/document";
import { room } from "../../../../core/people/message";
import { readAs } from "../../../../core/schema/read-as";
import { useAppend } from "../../../live/use-append";
import { useLiveKey } from "../../../live/use-live-key";
import { usePaused } from "../../../live/use-paused";
import { Composer } from "../../people/composer";
import { HereWords } from "../../people/here-words";
import { useHydrated } from "../../ui/use-hydrated";
import { useBoard } from "../board-context";
import { EditingArea } from "../editing-area";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { ProblemStrip } from "../problem-strip";
import { Messages } from "./messages";

const none: readonly string[] = [];

/** What is said beside this board, and who is here to hear it. Every member may speak. */
export default function DiscussionPanel({ panel }: { panel: DiscussionDefinition }) {
  const { boardId } = useBoard();
  const key = `$rooms.${boardId}`;
  const value = useLiveKey(key)?.value;
  const said = useMemo(() => readAs(room, value) ?? [], [value]);
  const { pending, problem, append } = useAppend(key);
  const hydrated = useHydrated();
  const { isPaused } = usePaused();
  const here = (
    // In a narrow panel there is room for the title and one more.
    <span className={isPaused ? "@max-[260px]:hidden" : ""}>
      <HereWords boardId={boardId} />
    </span>
  );
  return (
    <PanelShell panel={panel} slugs={none} scrolls={false} aside={here}>
      <EditingArea panel={panel.id}>
        {said.length === 0 && pending.length === 0 ? (
          <PanelMessage title="Nothing said yet">Everybody of this workspace reads what is written here.</PanelMessage>
        ) : (
          <Messages title={panel.title} said={said} pending={pending} append={append} />
        )}
        <ProblemStrip problem={problem} what="Not sent." />
        {hydrated ? (
          <Composer label="Message" placeholder="Write to everyone on this board" send={(text) => append({ text })} />
        ) : null}
      </EditingArea>
    </PanelShell>
  );
}
