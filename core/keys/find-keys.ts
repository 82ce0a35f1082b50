import { mayRead, mayReadAll, readableKeys } from "../access/access";
import type { Json } from "../json";
import type { Principal } from "../live-object";
import { followed as followedList } from "../people/followed";
import type { KeyMeta } from "../protocol/parts";
import { readAs } from "../schema/read-as";
import { type FoundKey, type FoundKeys, type KeyQuestion, type KeySort, MOST_FOUND } from "./found-keys";
import { MAX_NAME, sourceOf } from "./name";
import { isExact, isPattern, matches } from "./pattern";
import { preview } from "./preview";

interface Held {
  readonly value: Json;
  readonly at: number;
  readonly meta: KeyMeta;
}

/** The keys that there are, whoever asks. */
export interface KeyShelf {
  keys(): Iterable<string>;
  get(key: string): Held | undefined;
}

type Named = Held & { readonly key: string };

/** The keys that a question finds among those that may be read; the engine's own are in no answer. */
export function findKeys(shelf: KeyShelf, principal: Principal, question: KeyQuestion): FoundKeys {
  const asked = question.asked.trim().slice(0, MAX_NAME);
  const pattern = isPattern(asked) && !isExact(asked) ? asked : null;
  const isWanted = pattern === null ? holding(asked) : ({ key }: Named) => matches(pattern, key);
  const all = readableOf(shelf, readableKeys(principal, []));
  const followed = question.followed ? followedAmong(all, followedBy(shelf, principal)) : null;
  const found = (followed?.keys ?? all).filter(isWanted).sort(orderOf(question.sort));
  const { from, sort } = question;
  const keys = found.slice(from, from + Math.min(question.count, MOST_FOUND)).map(shown);
  const counts = { total: found.length, all: all.length, sources: bySource(all), followed: followed?.counts ?? null };
  return { asked, sort, pattern, from, ...counts, keys };
}

/** The keys and patterns that somebody follows; boards are followed, too, and are no keys. */
function followedBy(shelf: KeyShelf, principal: Principal): readonly string[] {
  if (principal.kind !== "member") return [];
  const data = readAs(followedList, shelf.get(`$followed.${principal.userId}`)?.value) ?? [];
  return data.filter((pattern) => !pattern.startsWith("$"));
}

function followedAmong(all: readonly Named[], patterns: readonly string[]) {
  const counts = new Map(patterns.map((pattern) => [pattern, 0]));
  const wide = patterns.filter((pattern) => !isExact(pattern));
  const keys = all.filter(({ key }) => {
    const by = wide.filter((pattern) => matches(pattern, key));
    for (const pattern of counts.has(key) ? [key, ...by] : by) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    return by.length > 0 || counts.has(key);
  });
  return { keys, counts: [...counts] };
}

function readableOf(shelf: KeyShelf, readable: readonly string[]): Named[] {
  const isOpen = mayReadAll(readable, "*");
  const all: Named[] = [];
  for (const key of shelf.keys()) {
    if (key.startsWith("$") || !(isOpen || mayRead(readable, key))) continue;
    const held = shelf.get(key);
    if (held) all.push({ key, value: held.value, at: held.at, meta: held.meta });
  }
  return all;
}

function holding(asked: string): (one: Named) => boolean {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ key, meta }) => {
    const text = `${key} ${meta.label ?? ""} ${meta.unit ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function orderOf(sort: KeySort): (a: Named, b: Named) => number {
  const sign = sort.startsWith("-") ? -1 : 1;
  switch (sort) {
    case "name":
    case "-name":
      return (a, b) => sign * byText(a.key, b.key);
    case "source":
    case "-source":
      return (a, b) => sign * byText(sourceOf(a.key), sourceOf(b.key)) || b.at - a.at || byText(a.key, b.key);
    case "changed":
    case "-changed":
      return (a, b) => sign * (b.at - a.at) || byText(a.key, b.key);
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function bySource(all: readonly Named[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { key } of all) counts.set(sourceOf(key), (counts.get(sourceOf(key)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => byText(a, b));
}

function shown({ key, value, at, meta: { kind, unit, label } }: Named): FoundKey {
  return { key, kind, value: preview(value, kind), at, unit: unit ?? null, label: label ?? null };
}
