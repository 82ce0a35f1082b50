import type { Json } from "../json";
import type { Changed } from "../store/change-set";
import { firstDifference } from "./first-difference";
import type { KeyChange, Logged, Origin } from "./key-log";

/** Characters of a text that a log keeps. */
export const MOST_CHARACTERS = 120;
/** Of a long text the log begins so many characters before the first that differs. */
const LEAD = 20;

/** A key's part of a commit as its log keeps it; null for what the log does not tell: points, and another unit or label. */
export function changeOf({ before, state, events }: Changed, by: Origin): KeyChange | null {
  const { rev, at, meta, value } = state;
  if (meta.kind === "series" && isPoint(value) && isPoint(before?.value ?? null)) return null;
  if (meta.kind === "stream") return events?.length ? { rev, at, by, events: events.length } : null;
  if (before === null) return { rev, at, by, ...sidesOf({ to: value }) };
  const difference = firstDifference(before.value, value);
  if (difference === null) return null;
  const { path, ...sides } = difference;
  return { rev, at, by, ...(path === "" ? {} : pathOf(path)), ...sidesOf(sides) };
}

/** Whether a value is recorded as it is: its series tells it. */
function isPoint(value: Json): boolean {
  return value === null || typeof value === "number";
}

function pathOf(path: string): Pick<KeyChange, "path"> {
  return { path: path.slice(0, MOST_CHARACTERS).toWellFormed() };
}

function sidesOf({ from, to }: { from?: Json; to?: Json }): Pick<KeyChange, "from" | "to" | "isCut"> {
  const [old, now] = [from === undefined ? undefined : textOf(from), to === undefined ? undefined : textOf(to)];
  const start = startOf(old, now);
  const isCut = [old, now].some((side) => typeof side === "string" && side.length > MOST_CHARACTERS);
  return {
    ...(old === undefined ? {} : { from: cut(old, start) }),
    ...(now === undefined ? {} : { to: cut(now, start) }),
    ...(isCut ? { isCut: true } : {}),
  };
}

function textOf(value: Json): Logged {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

/** Where two texts, of which one is long, begin to be worth keeping: shortly before they differ. */
function startOf(old: Logged | undefined, now: Logged | undefined): number {
  if (typeof old !== "string" || typeof now !== "string") return 0;
  if (Math.max(old.length, now.length) <= MOST_CHARACTERS) return 0;
  let at = 0;
  while (at < old.length && old[at] === now[at]) at++;
  return Math.max(0, at - LEAD);
}

function cut(value: Logged, start: number): Logged {
  if (typeof value !== "string") return value;
  return value.slice(start, start + MOST_CHARACTERS).toWellFormed();
}
