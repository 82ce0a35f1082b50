import { sourceOf } from "../../../../core/keys/name";
import type { Point } from "../../../../core/protocol/parts";
import type { LiveValue } from "../../../live/live-value";
import { namedKeys } from "./named-keys";
import type { ParsedEntry } from "./parsed-entry";
import type { PathFinder } from "./path-finder";
import type { Known } from "./read-points";
import type { ShownSeries } from "./shown-value";

/** What is known when values are shown. */
export interface Given {
  readonly live: readonly LiveValue[];
  /** By key: its points in the window, of those whose points were asked for. */
  readonly points: ReadonlyMap<string, readonly Point[]>;
  /** By source: when it was last looked at, where that is asked for. */
  readonly checked: ReadonlyMap<string, number | null>;
  /** Whether the window ends now. */
  readonly isLive: boolean;
  readonly finder: PathFinder | null;
}

const none: readonly Point[] = [];
const held = new WeakMap<LiveValue, readonly Point[]>();

/** What has not changed for longer than points are known of: it is what it was when it last changed. */
function heldPoint(live: LiveValue): readonly Point[] {
  if (typeof live.value !== "number") return none;
  const points = held.get(live) ?? [[live.at, live.value]];
  held.set(live, points);
  return points;
}

/** What entries come to, worked out again and again: only what changed is made anew. */
export class Showing {
  readonly #entries: readonly ParsedEntry[];
  #shown: ReadonlyMap<string, ShownSeries> = new Map();
  #values: readonly ShownSeries[] = [];

  constructor(entries: readonly ParsedEntry[]) {
    this.#entries = entries;
  }

  get problem(): string | null {
    const unread = this.#entries.find((one) => one.type === "problem");
    const formulas = this.#entries.flatMap((one) => (one.type === "formula" ? one.results.problem : null) ?? []);
    return unread?.problem ?? formulas[0] ?? null;
  }

  values(given: Given): readonly ShownSeries[] {
    const { live } = given;
    const byKey = new Map(live.map((one) => [one.key, one]));
    const knownOf = (key: string): Known => ({
      live: byKey.get(key),
      points: given.points.get(key),
      heldUntil: given.checked.get(sourceOf(key)) ?? null,
      isLive: given.isLive,
    });
    const found = new Map<string, ShownSeries>();
    for (const one of this.#entries) {
      for (const value of valuesOf(one, knownOf, given)) {
        if (!found.has(value.id)) found.set(value.id, this.#kept(value));
      }
    }
    const values = [...found.values()];
    const isSame = values.length === this.#values.length && values.every((one, i) => one === this.#values[i]);
    this.#shown = found;
    if (!isSame) this.#values = values;
    return this.#values;
  }

  /** The one that was shown before, where it says the same. */
  #kept(value: ShownSeries): ShownSeries {
    const last = this.#shown.get(value.id);
    const isSame =
      last &&
      last.value === value.value &&
      last.at === value.at &&
      last.points === value.points &&
      last.name === value.name &&
      last.unit === value.unit &&
      last.isSeries === value.isSeries &&
      last.wrong?.id === value.wrong?.id &&
      last.wrong?.value === value.wrong?.value &&
      last.slugs.join() === value.slugs.join();
    return isSame ? last : value;
  }
}

function valuesOf(one: ParsedEntry, knownOf: (key: string) => Known, given: Given): readonly ShownSeries[] {
  switch (one.type) {
    case "keys":
      return namedKeys(one.entry, given.live).map(({ live, name }) => shownKey(live, name, given));
    case "formula":
      return one.results.values(given.live, knownOf, given.finder);
    case "problem":
      return [];
  }
}

function shownKey(live: LiveValue, name: string, { points: all, isLive }: Given): ShownSeries {
  const { key, at, meta } = live;
  const isSeries = meta.kind === "series";
  const recorded = all.get(key);
  const points = recorded?.length === 0 && isLive && isSeries ? heldPoint(live) : (recorded ?? none);
  // Of a stretch that is over: what it was at its end, where that was recorded; what it is now was not then.
  const last = isLive ? ([at, live.value] as const) : (points.at(-1) ?? [at, null]);
  return { id: key, name, unit: meta.unit, value: last[1], at: last[0], isSeries, slugs: [sourceOf(key)], points };
}
