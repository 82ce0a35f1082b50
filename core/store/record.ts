import { addRow, type Block, MINUTE, minuteOf } from "../history/block";
import { observe } from "../history/observe";
import type { Point } from "../protocol/parts";
import type { Page } from "./page";

/** What the recording needs to know of the source: when it was last looked at with success, and how often it should be. */
export interface Looked {
  readonly lastCheck: number | null;
  readonly interval: number;
  /** Series that keep their last value although this look, or the one before it, did not find them: nothing is known. */
  readonly unseen?: ReadonlySet<string>;
  readonly unseenBefore?: ReadonlySet<string>;
}

/**
 * The page's blocks with the present values of all its series recorded at `at`: also of those that did not change,
 * since the row is written anyway and a line is honest only where it was observed. Before it stand a hold row, where
 * the source was seen unchanged since the last one, and a gap row, where nobody looked for too long.
 */
export function record(before: Page, after: Page, at: number, seq: number, looked: Looked): Block[] {
  const present = seriesOf(after, looked.unseen);
  if (present.size === 0) return after.blocks;
  const earliest = (before.droppedMinute + 1) * MINUTE;
  const last: Point | undefined = before.lastRowAt > 0 ? [before.lastRowAt, 1] : undefined;
  const rows = observe(last, [at, 1], looked.lastCheck, looked.interval);
  const past = rows.length > 1 ? seriesOf(before, looked.unseenBefore) : present;
  let blocks = after.blocks;
  for (const [rowAt, known] of rows) {
    const isNew = rowAt === at;
    // The minute of a hold or gap may have left for the history: it then stands at the first instant still open.
    const openAt = Math.max(rowAt, earliest);
    if (!isNew && openAt >= at) continue;
    const values = isNew ? present : known === null ? unknown(past) : past;
    blocks = addRow(blocks, { at: isNew ? at : openAt, values }, seq);
  }
  return blocks;
}

function seriesOf(page: Page, unseen?: ReadonlySet<string>): Map<string, number | null> {
  const values = new Map<string, number | null>();
  for (const [key, { value, meta }] of Object.entries(page.keys)) {
    if (meta.kind === "series") values.set(key, typeof value === "number" && !unseen?.has(key) ? value : null);
  }
  return values;
}

function unknown(values: Map<string, number | null>): Map<string, null> {
  return new Map([...values.keys()].map((key) => [key, null]));
}

/** Whether a page's blocks of minutes before this one may leave, once the history has them. */
export function isOver(block: Block, now: number): boolean {
  return block.minute < minuteOf(now);
}
