import * as v from "valibot";
import type { Point } from "../protocol/parts";
import { finite } from "../schema/finite";

export const MINUTE = 60_000;

/**
 * A minute of a page's recorded points, by columns: `t` the times, `s` the commit each row came with, `v` per key one
 * value a row. null: nothing is known, or the value was no number. Rows are in the order of their times.
 */
export const block = v.object({
  minute: finite(),
  t: v.array(finite()),
  s: v.array(finite()),
  v: v.record(v.string(), v.array(v.nullable(finite()))),
});
export type Block = v.InferOutput<typeof block>;

/** One row to be recorded: what each key of the page was at that time. */
export interface BlockRow {
  readonly at: number;
  readonly values: ReadonlyMap<string, number | null>;
}

export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE);
}

/** The blocks with one row more. Copy on write: blocks that do not change keep their reference. */
export function addRow(blocks: readonly Block[], row: BlockRow, seq: number): Block[] {
  const minute = minuteOf(row.at);
  const last = blocks.at(-1);
  if (last?.minute === minute) return [...blocks.slice(0, -1), extended(last, row, seq)];
  return [...blocks, extended({ minute, t: [], s: [], v: {} }, row, seq)];
}

function extended(before: Block, row: BlockRow, seq: number): Block {
  const v: Record<string, (number | null)[]> = {};
  for (const [key, column] of Object.entries(before.v)) v[key] = [...column, row.values.get(key) ?? null];
  for (const [key, value] of row.values) {
    v[key] ??= [...before.t.map(() => null), value];
  }
  return { minute: before.minute, t: [...before.t, row.at], s: [...before.s, seq], v };
}

/** A key's points in the blocks, oldest first, from rows of commits after `sinceSeq`. */
export function pointsOf(blocks: readonly Block[], key: string, sinceSeq = -1): Point[] {
  const points: Point[] = [];
  for (const { t, s, v } of blocks) {
    const column = v[key];
    if (!column) continue;
    for (let i = 0; i < t.length; i++) {
      if ((s[i] as number) > sinceSeq) points.push([t[i] as number, column[i] ?? null]);
    }
  }
  return points;
}
