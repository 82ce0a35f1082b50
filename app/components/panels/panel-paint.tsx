import { type ReactNode, useState } from "react";
import type { Panel } from "../../../core/boards/document";
import { useLiveClient } from "../../live/live-context";
import { PaintContext } from "../../live/paint/paint-context";
import { PaintGate } from "../../live/paint/paint-gate";

/** What people write together is drawn as it comes; figures and charts at most once a second (milliseconds). */
const atOnce: readonly Panel["type"][] = [
  "list",
  "note",
  "events",
  "discussion",
  "followed",
  "status",
  "section",
  "text",
];
/** What changed in one commit is never seen apart in figures; charts take turns. */
const charts: readonly Panel["type"][] = ["line", "bar"];
const REPAINT_EVERY = 1_000;

/** Gives a panel its gate: what of it changes is drawn together, at its pace, and only while it is in sight. */
export function PanelPaint({ type, children }: { type: Panel["type"]; children: ReactNode }) {
  const { painter } = useLiveClient();
  const [gate] = useState(() => {
    if (atOnce.includes(type)) return new PaintGate(painter, 0);
    return new PaintGate(painter, REPAINT_EVERY, charts.includes(type) ? undefined : painter.figures);
  });
  return <PaintContext value={gate}>{children}</PaintContext>;
}
