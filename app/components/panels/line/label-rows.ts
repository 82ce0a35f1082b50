/** A label's height with its distance from its line, in pixels. */
const TALL = 17;

/** A label that stands at a line, above or below it, in pixels from the top. */
interface LabelRow<T> {
  readonly at: number;
  readonly isBelow: boolean;
  readonly members: readonly T[];
}

/**
 * The labels of lines across a chart, each above its line, or below where there is no room; those that would touch stand
 * beside one another at the highest of their lines, the lower ones first.
 */
export function labelRows<T>(lines: readonly { readonly at: number; readonly of: T }[]): LabelRow<T>[] {
  const rows: LabelRow<T>[] = [];
  for (const { at, of } of lines.toSorted((a, b) => a.at - b.at)) {
    const last = rows.at(-1);
    const isBelow = at < TALL;
    const top = isBelow ? at : at - TALL;
    const end = last ? last.at + (last.isBelow ? TALL : 0) : 0;
    if (last && top < end) rows[rows.length - 1] = { ...last, members: [of, ...last.members] };
    else rows.push({ at, isBelow, members: [of] });
  }
  return rows;
}
