import { use } from "react";
import { useBoard } from "../panels/board-context";
import { ALERTS_CARD } from "./alerts-card-id";
import { FiringContext } from "./firing-context";
import { SeverityMark } from "./severity-mark";

/** That an alert which leads to this panel fires, in its header; the header's list, which it opens, has the rest. */
export function PanelAlert({ panelId }: { panelId: string }) {
  const { boardId } = useBoard();
  const own = use(FiringContext).find(
    ({ panel, silenced }) => panel?.board === boardId && panel.panel === panelId && !silenced,
  );
  if (!own) return null;
  return (
    <button
      type="button"
      data-mark
      popoverTarget={ALERTS_CARD}
      title={own.name}
      aria-label={`Firing, ${own.severity}: ${own.name}`}
      className="phone:-my-3 phone:min-h-(--thumb)"
    >
      <SeverityMark severity={own.severity} />
    </button>
  );
}
