import { type CSSProperties, type ReactNode, useId } from "react";
import type { Panel } from "../../../core/boards/document";
import { patternsOf } from "../../../core/boards/patterns";
import type { Level } from "../../../core/boards/threshold";
import { usePaused } from "../../live/use-paused";
import { PanelAlert } from "../alerts/panel-alert";
import { useBoardRange } from "../range/range-context";
import { StateMark } from "../ui/state-mark";
import { SyntheticMark } from "../ui/synthetic-mark";
import { useBoard } from "./board-context";
import { driftOf } from "./drift-of";
import { DriftStrip } from "./drift-strip";
import { FailingStrip } from "./failing-strip";
import { HistoricalMark } from "./historical-mark";
import { PanelAge } from "./panel-age";
import { PanelBody } from "./panel-body";
import { PanelMark } from "./panel-mark";
import { PanelMenuButton } from "./panel-menu/panel-menu-button";
import { PausedMark } from "./paused-mark";
import { placeStyle } from "./place-style";
import { type PanelFreshness, useFreshness } from "./use-freshness";
import { useSight } from "./use-sight";
import { hasFormula } from "./values/has-formula";
import { isOld } from "./worst-freshness";

/** What the body is, where it is not a picture of values. */
export type BodyState = "loading" | "empty" | "error";

interface PanelShellProps {
  panel: Panel;
  /** The sources behind the panel's keys. */
  slugs: readonly string[];
  body?: BodyState;
  flush?: boolean;
  /** False where the body runs to the panel's edge and scrolls parts of itself. */
  scrolls?: boolean;
  /** Stands in the header, where values show their age. */
  aside?: ReactNode;
  /** Set while a value of it is past a threshold. */
  threshold?: Level | undefined;
  /** When the newest of its values came: the age of what nobody is asked for. */
  changedAt?: number;
  children: ReactNode;
}

/**
 * Title, age or state, body, and the strip with the reason when a source fails. It ticks each second with the ages;
 * its children stay the same elements meanwhile, so the body does not.
 */
export function PanelShell({
  panel,
  slugs,
  body,
  flush = false,
  scrolls = true,
  aside,
  threshold,
  changedAt,
  children,
}: PanelShellProps) {
  const freshness = useFreshness(slugs);
  const heading = useId();
  const failing = body === "error" ? undefined : freshness.sources.find((one) => one.freshness === "failing");
  const old = body === undefined && isOld(freshness.state);
  const patterns = patternsOf(panel, useBoard());
  const pastEnd = usePastEnd(panel);
  const drift = pastEnd === null ? driftOf(patterns, freshness.sources) : [];
  const state = pastEnd === null ? freshness.state : "historical";
  return (
    <PanelSection panel={panel} state={body ?? state} old={old} threshold={threshold} heading={heading}>
      <header className="flex h-(--panel-head) shrink-0 items-center gap-2 px-3 text-12 text-faint">
        <h2 id={heading} title={panel.title} className="min-w-0 flex-1 truncate text-13 font-medium text-body">
          {panel.title}
        </h2>
        <span className={beforeMenu}>
          {aside}
          {/* It tells of now. */}
          {pastEnd === null ? <PanelAlert panelId={panel.id} /> : null}
          {freshness.sources.some(({ source }) => source?.synthetic) ? <SyntheticMark /> : null}
          <HeaderState freshness={freshness} body={body} patterns={patterns} pastEnd={pastEnd} changedAt={changedAt} />
        </span>
        <PanelMenuButton panel={panel} />
      </header>
      <PanelBody panelId={panel.id} heading={heading} flush={flush} scrolls={scrolls}>
        {children}
      </PanelBody>
      {failing ? <FailingStrip source={failing} now={freshness.now} /> : null}
      {failing ? null : <DriftStrip drift={drift} now={freshness.now} />}
    </PanelSection>
  );
}

/** At the panel's edge; while the menu is seen, beside it. A transform, so that no layout shifts. Walls and paper have none. */
const beforeMenu =
  "flex shrink-0 items-center gap-2 [--menu:16px] phone:[--menu:36px] [@media(hover:hover)]:not-group-hover/panel:not-group-focus-within/panel:not-group-has-data-popup-open/panel:translate-x-(--menu) in-data-wall:translate-none! print:translate-none!";

interface PanelSectionProps {
  panel: Panel;
  state: string;
  old?: boolean;
  threshold?: Level | undefined;
  heading: string;
  children: ReactNode;
}

/** The box alone, at its place on the board, which says how large it is: what changes inside lays out nothing outside. */
export function PanelSection({ panel, state, old = false, threshold, heading, children }: PanelSectionProps) {
  const style: CSSProperties = placeStyle(panel.place, panel.phone);
  return (
    <section
      ref={useSight()}
      aria-labelledby={heading}
      data-panel={panel.id}
      data-kind={panel.type}
      data-formula={hasFormula(panel) ?? undefined}
      data-state={state}
      data-old={old || undefined}
      data-threshold={threshold}
      style={style}
      className="group/panel @container relative [contain:size] flex min-h-0 min-w-0 flex-col rounded-8 border border-line bg-panel [grid-area:var(--place)] phone:h-(--height) phone:[grid-area:auto]"
    >
      {children}
    </section>
  );
}

interface HeaderStateProps {
  freshness: PanelFreshness;
  body: BodyState | undefined;
  patterns: readonly string[];
  /** Set where the panel shows a range that is over: when that ended. */
  pastEnd: number | null;
  changedAt: number | undefined;
}

/** What people write on a board is there whatever range it shows. */
const timeless: readonly Panel["type"][] = ["text", "section", "list", "note", "discussion"];

function usePastEnd({ type }: Panel): number | null {
  const { range } = useBoardRange();
  return range.kind === "past" && !timeless.includes(type) ? range.to : null;
}

function HeaderState({ freshness, body, patterns, pastEnd, changedAt }: HeaderStateProps) {
  const { isPaused } = usePaused();
  if (body === "error") return <StateMark state="failing" label="Cannot draw" />;
  if (body === "loading") return <span className="block h-3 w-7 rounded-4 bg-hover" />;
  // Nothing is on its way from a source that is not there: the body says so.
  if (body === "empty" && freshness.state === "waiting") return null;
  if (pastEnd !== null) return <HistoricalMark at={pastEnd} />;
  // Words on the board itself: nothing of them is live, so nothing has an age or stands still.
  if (patterns.length === 0) return null;
  if (isPaused) return <PausedMark state={freshness.state} patterns={patterns} />;
  if (freshness.state === "fresh") return <PanelAge {...freshness} changedAt={changedAt} />;
  return <PanelMark freshness={freshness} />;
}
