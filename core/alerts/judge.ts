import type { Json } from "../json";
import { preview } from "../keys/preview";
import { type Episode, MOST_PAST } from "./alert-state";
import { isBeyond } from "./is-beyond";
import type { AlertMemory, Held } from "./memory";
import type { AlertRule } from "./rule";

/** Keys that a rule may hold against its source at once, since all of them are a row; more are not taken in. */
const MOST_HELD = 2_000;

type Judged = Pick<AlertRule, "condition" | "for">;

/** How a key was found. `stale`: null where that cannot be told. A key that is not there has the value null. */
export interface Sight {
  readonly isThere: boolean;
  readonly value: Json;
  readonly stale: boolean | null;
}

/** Keys that may have changed, as they are at this time. `matches`: whether there is any key that the rule is about. */
export interface Look {
  readonly at: number;
  readonly seen: ReadonlyMap<string, Sight>;
  readonly matches: boolean;
}

/**
 * How a rule stands after a look; the same object where nothing came of it. It makes no difference when it is called
 * without news, how often, or not at all: what was due since the last look came about when it was due.
 */
export function judge(rule: Judged, memory: AlertMemory, { at, seen, matches }: Look): AlertMemory {
  const before = come(rule, memory, at);
  const held: Record<string, Held> = { ...before.held };
  const ended: Episode[] = [];
  let room = MOST_HELD - Object.keys(held).length;
  for (const [key, sight] of seen) {
    const was = before.held[key];
    const now = heldNow(rule, was, sight, at);
    if (now === was || (!was && room <= 0)) continue;
    room += Number(was !== undefined) - Number(now !== undefined);
    if (now) held[key] = now;
    else delete held[key];
    if (was?.fires && !now) ended.push(episodeOf(key, was, at));
  }
  const state = stateOf(held, matches);
  if (state === before.state && sameKeys(held, before.held)) return before;
  return {
    ...before,
    held,
    past: ended.length === 0 ? before.past : newest([...ended, ...before.past]),
    ...(state === before.state ? {} : { state, since: at }),
  };
}

/** What has come about by now without any news: a condition has held for long enough, a silence is over. */
function come(rule: Judged, memory: AlertMemory, at: number): AlertMemory {
  const { silenced, ...rest } = memory;
  const heard = silenced && silenced.until <= at ? rest : memory;
  const due = Object.entries(memory.held).filter(([, { fires, since }]) => !fires && since + rule.for <= at);
  if (due.length === 0) return heard;
  const fired = Object.fromEntries(due.map(([key, one]) => [key, { ...one, fires: true }]));
  const since = Math.min(...due.map(([, one]) => one.since)) + rule.for;
  const begun = memory.state === "firing" ? {} : { state: "firing" as const, since };
  return { ...heard, ...begun, held: { ...memory.held, ...fired } };
}

/** What cannot be told lets what fires fire on, and begins nothing. */
function heldNow(rule: Judged, was: Held | undefined, sight: Sight, at: number): Held | undefined {
  const holds = holdsNow(rule, was?.fires ?? false, sight);
  if (holds === null) return was?.fires ? was : undefined;
  if (!holds) return undefined;
  return was ?? { value: preview(sight.value, "value"), since: at, fires: rule.for === 0 };
}

function holdsNow({ condition }: Judged, fires: boolean, { isThere, value, stale }: Sight): boolean | null {
  if (condition.is === "stale") return stale;
  return isThere ? isBeyond(condition, value, fires) : false;
}

function stateOf(held: AlertMemory["held"], matches: boolean): AlertMemory["state"] {
  const all = Object.values(held);
  if (all.length > 0) return all.some(({ fires }) => fires) ? "firing" : "pending";
  return matches ? "ok" : "unknown";
}

function sameKeys(a: AlertMemory["held"], b: AlertMemory["held"]): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function episodeOf(key: string, { fires: _fires, since, ...rest }: Held, at: number): Episode {
  return { key, from: since, to: at, ...rest };
}

/** In one order whatever the order in which they came. */
function newest(past: readonly Episode[]): Episode[] {
  return past.toSorted((a, b) => b.to - a.to || (a.key < b.key ? -1 : 1)).slice(0, MOST_PAST);
}
