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
const REPAINT_EVERY = 1_000;

/** Gives a panel its gate: what of it changes is drawn together, at its pace, and only while it is in sight. */
export function PanelPaint({ type, children }: { type: Panel["type"]; children: ReactNode }) {
  const { painter } = useLiveClient();
  const [gate] = useState(() => new PaintGate(painter, atOnce.includes(type) ? 0 : REPAINT_EVERY));
  return <PaintContext value={gate}>{children}</PaintContext>;
}
