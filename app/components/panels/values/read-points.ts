import type { Json } from "../../../../core/json";
import type { Point } from "../../../../core/protocol/parts";
import type { LiveValue } from "../../../live/live-value";
import type { PathFinder } from "./path-finder";

/** What is known of one key that a formula reads. */
export interface Known {
  readonly live: LiveValue | undefined;
  /** Its course in the window; undefined: nobody asked for it, what counts is now. */
  readonly points: readonly Point[] | undefined;
  /** Until when what it holds was seen to hold, in milliseconds since 1970; null: not known, or not asked. */
  readonly heldUntil: number | null;
  /** Whether the window ends now: otherwise what holds now is none of its points. */
  readonly isLive: boolean;
}

/** What a formula is given for one key: the same array while nothing of it changes. */
export class ReadPoints {
  #known: Known | null = null;
  #points: readonly Point[] = [];

  of(known: Known, path: string | null, finder: PathFinder | null): readonly Point[] {
    const last = this.#known;
    const { live, points, heldUntil, isLive } = known;
    const isSame =
      last && last.live === live && last.points === points && last.heldUntil === heldUntil && last.isLive === isLive;
    if (isSame) return this.#points;
    this.#known = known;
    this.#points = pointsOf(known, path, finder);
    return this.#points;
  }
}

function pointsOf({ live, points, heldUntil, isLive }: Known, path: string | null, finder: PathFinder | null): Point[] {
  if (!live) return [];
  const found = path === null ? live.value : (finder?.find(path, live.value) ?? null);
  // A shape has no recorded past: it counts as it is.
  if (path !== null || live.meta.kind !== "series" || points === undefined)
    return [[Number.NEGATIVE_INFINITY, numberOf(found)]];
  const all = [...points];
  if (!isLive) return all;
  const last = all.at(-1);
  if (!last || last[0] < live.at) all.push([live.at, numberOf(found)]);
  const newest = all.at(-1);
  if (newest && newest[1] !== null && heldUntil !== null && heldUntil > newest[0]) all.push([heldUntil, newest[1]]);
  return all;
}

/** Yes and no can be counted. */
function numberOf(value: Json): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
