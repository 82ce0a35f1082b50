import { longestIncreasing } from "./longest-increasing";

type Token = string | number;

/** Which elements of an array stayed, moved, came and went. */
export interface Alignment {
  /** For each new element the place of the old one that it was, or that it takes the place of; -1 where it is added. */
  readonly from: readonly number[];
  /** For each new element whether the old one stays where it is among the others that do. */
  readonly stays: readonly boolean[];
  /** How many operations that takes, where each that takes another's place costs one. */
  readonly cost: number;
}

/**
 * Elements that are there once on both sides are the same. Of these as many as possible stay, the others move (the
 * fewest moves there can be). What else stands between the same two that stay takes each other's place, in order.
 */
export function align(before: readonly Token[], after: readonly Token[]): Alignment {
  const { from, taken } = match(before, after);
  const stays = staying(from);
  let low = 0;
  let old = 0;
  for (let i = 0; i <= after.length; i++) {
    if (i < after.length && !stays[i]) continue;
    const place = i === after.length ? before.length : (from[i] ?? 0);
    if (old < place && low < i) pair({ before, after, from, stays, taken }, [old, place], [low, i]);
    low = i + 1;
    old = place + 1;
  }
  return { from, stays, cost: costOf(before, after, from, stays) };
}

/** The place of the old element that each new one is; -1 for those that are not there once on both sides. */
function match(before: readonly Token[], after: readonly Token[]): { from: number[]; taken: boolean[] } {
  const places = new Map<Token, number>();
  for (let i = 0; i < before.length; i++) {
    const token = before[i] ?? 0;
    places.set(token, places.has(token) ? -1 : i);
  }
  const from: number[] = [];
  /** Which new element has each place. */
  const owner: number[] = [];
  for (let i = 0; i < after.length; i++) {
    const place = places.get(after[i] ?? 0) ?? -1;
    const other = owner[place];
    if (other !== undefined) from[other] = -1;
    from.push(other === undefined ? place : -1);
    if (place >= 0) owner[place] = i;
  }
  const taken = before.map(() => false);
  for (const place of from) if (place >= 0) taken[place] = true;
  return { from, taken };
}

function staying(from: readonly number[]): boolean[] {
  const matched: number[] = [];
  const places: number[] = [];
  from.forEach((place, i) => {
    if (place < 0) return;
    matched.push(i);
    places.push(place);
  });
  const stays = from.map(() => false);
  for (const i of longestIncreasing(places)) stays[matched[i] ?? 0] = true;
  return stays;
}

interface Draft {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly from: number[];
  readonly stays: boolean[];
  readonly taken: readonly boolean[];
}

/** Between two that stay: equal ones at the end, then the others in order. */
function pair(
  { before, after, from, stays, taken }: Draft,
  [b0, b1]: [number, number],
  [a0, a1]: [number, number],
): void {
  const gone: number[] = [];
  const come: number[] = [];
  for (let b = b0; b < b1; b++) if (!taken[b]) gone.push(b);
  for (let a = a0; a < a1; a++) if ((from[a] ?? 0) < 0) come.push(a);
  const join = (b: number | undefined, a: number | undefined) => {
    if (b === undefined || a === undefined) return;
    from[a] = b;
    stays[a] = true;
  };
  while (gone.length > 0 && come.length > 0 && before[gone.at(-1) ?? 0] === after[come.at(-1) ?? 0])
    join(gone.pop(), come.pop());
  for (let i = 0; i < Math.min(gone.length, come.length); i++) join(gone[i], come[i]);
}

function costOf(
  before: readonly Token[],
  after: readonly Token[],
  from: readonly number[],
  stays: readonly boolean[],
): number {
  let cost = before.length - after.length;
  from.forEach((place, i) => {
    // Whatever is added leaves one more to be removed; what stays and is the same costs nothing.
    if (place < 0) cost += 2;
    else if (!stays[i] || before[place] !== after[i]) cost += 1;
  });
  return cost;
}
