import { isExact, matches } from "../../../../core/keys/pattern";
import type { LiveValue } from "../../../live/live-value";

/** One entry of a panel: the key, pattern or formula that it shows, and how it is called. */
export interface Entry {
  readonly key: string;
  readonly name?: string | undefined;
}

export interface NamedKey {
  readonly live: LiveValue;
  readonly name: string;
}

/** The keys of an entry, each with the name its line has in the legend. */
export function namedKeys(one: Entry, values: readonly LiveValue[]): NamedKey[] {
  return values.filter(({ key }) => matches(one.key, key)).map((live) => ({ live, name: nameOf(one, live) }));
}
/** The series' own name for an exact key; behind it, what tells its keys apart, for a pattern. */
function nameOf(one: Entry, live: LiveValue): string {
  if (isExact(one.key)) return one.name ?? live.meta.label ?? live.key;
  const own = ownPart(one.key, live);
  return one.name === undefined ? own : `${one.name} ${own}`;
}

/** What tells a key from its siblings: the label's values where the label is Prometheus's (`cpu{core="0"}`: core 0). */
function ownPart(pattern: string, { key, meta }: LiveValue): string {
  const inBraces = /\{(.+)\}$/.exec(meta.label ?? "")?.[1];
  if (inBraces === undefined) return meta.label ?? wildPart(pattern, key);
  return [...inBraces.matchAll(/([A-Za-z_]\w*)="((?:[^"\\]|\\.)*)"/g)]
    .map(([, name, value]) => `${name} ${value}`)
    .join(", ");
}

/** What the `*` of a pattern stand for in a key; of what an open end stands for, the last segment. */
function wildPart(pattern: string, key: string): string {
  const wanted = pattern.split(".");
  const given = key.split(".");
  const inside = given.filter((_, i) => i < wanted.length - 1 && wanted[i] === "*");
  return [...inside, ...(wanted.at(-1) === "*" ? given.slice(-1) : [])].join(".");
}
