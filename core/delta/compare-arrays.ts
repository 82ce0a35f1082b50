import { type Json, jsonEquals } from "../json";
import { align } from "./align";
import { arrange } from "./arrange";
import { keyName, keyOf, keysOfBoth } from "./row-keys";
import type { Trail } from "./trail";

/** How many places a window's new beginning is looked for at. */
const MAX_SHIFTS = 8;
/** So many changed elements in place are taken for just that: two may have changed places. */
const MAX_IN_PLACE = 1;
/** So many elements of a window may change while it slides. */
const MAX_PROVISIONAL = 2;

export function compareArrays(before: readonly Json[], after: readonly Json[], trail: Trail): void {
  const name = keyName(before[0], after[0], trail.rowKey);
  if (name !== null) return compareRows(before, after, name, trail);
  const places = before.length === after.length ? changedPlaces(before, after, MAX_IN_PLACE) : null;
  if (places !== null) return compareInPlace(before, after, places, trail);
  const found = findSlide(before, after);
  if (found !== null) return slide(before, after, found, trail);
  let start = 0;
  let end = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && jsonEquals(before[start] as Json, after[start] as Json)) start += 1;
  while (end < shorter - start && jsonEquals(before.at(-1 - end) as Json, after.at(-1 - end) as Json)) end += 1;
  rearrange(before, after, { start, end, name: null }, trail);
}

/** Rows whose keys stand at the same place from the beginning, or from the end, are compared there. */
function compareRows(before: readonly Json[], after: readonly Json[], name: string, trail: Trail): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && haveOneKey(before[start], after[start], name)) {
    trail.compare(start, before[start] as Json, after[start] as Json);
    start += 1;
  }
  if (start === before.length && start === after.length) return;
  let end = 0;
  while (end < shorter - start && haveOneKey(before.at(-1 - end), after.at(-1 - end), name)) end += 1;
  rearrange(before, after, { start, end, name }, trail);
  for (let i = end; i > 0; i--) trail.compare(after.length - i, before.at(-i) as Json, after.at(-i) as Json);
}

function haveOneKey(before: Json | undefined, after: Json | undefined, name: string): boolean {
  const key = keyOf(before, name);
  return key !== undefined && key === keyOf(after, name);
}

/** Where two arrays of one length differ; null once that is at more than `most` places. */
function changedPlaces(before: readonly Json[], after: readonly Json[], most: number): number[] | null {
  const places: number[] = [];
  for (let i = 0; i < after.length; i++) {
    if (jsonEquals(before[i] as Json, after[i] as Json)) continue;
    if (places.length === most) return null;
    places.push(i);
  }
  return places;
}

function compareInPlace(
  before: readonly Json[],
  after: readonly Json[],
  places: readonly number[],
  trail: Trail,
  start = 0,
): void {
  for (const i of places) trail.compare(start + i, before[i] as Json, after[i] as Json);
}

interface Slide {
  /** How many elements the window dropped at its head. */
  readonly shift: number;
  /** Where what is left of it changed: a point that was provisional, mostly. */
  readonly places: readonly number[];
}

/** The smallest shift after which what is left of `before` is the beginning of `after`, but for a few; null: none. */
function findSlide(before: readonly Json[], after: readonly Json[]): Slide | null {
  const first = after[0];
  if (first === undefined) return null;
  let tries = 0;
  for (let shift = 1; shift < before.length && tries < MAX_SHIFTS; shift++) {
    if (!jsonEquals(before[shift] as Json, first)) continue;
    tries += 1;
    const kept = before.length - shift;
    if (kept > after.length) continue;
    const places = changedPlaces(before.slice(shift), after.slice(0, kept), Math.min(MAX_PROVISIONAL, kept >> 2));
    if (places !== null) return { shift, places };
  }
  return null;
}

function slide(before: readonly Json[], after: readonly Json[], { shift, places }: Slide, trail: Trail): void {
  for (let i = 0; i < shift; i++) trail.remove(0);
  for (const i of places) trail.compare(i, before[shift + i] as Json, after[i] as Json);
  for (let i = before.length - shift; i < after.length; i++) trail.add("-", after[i] as Json);
}

/** What is left when the common beginning and end are set aside, and the member that tells its rows apart. */
interface Middle {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
}

/** Rows are matched by their keys, other elements by their text. What stays or moves is compared inside. */
function rearrange(before: readonly Json[], after: readonly Json[], { start, end, name }: Middle, trail: Trail): void {
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const keys = name === null ? null : keysOfBoth(old, now, name);
  const [oldTokens, nowTokens] = keys ?? [texts(old, now), texts(now, old)];
  const alignment = align(oldTokens, nowTokens);
  const places = keys === null && old.length === now.length ? changedPlaces(old, now, alignment.cost) : null;
  if (places !== null) return compareInPlace(old, now, places, trail, start);
  arrange(alignment, now, { before: old.length, start, isLast: end === 0 }, trail);
  alignment.from.forEach((from, i) => {
    if (from < 0) return;
    const value = now[i] as Json;
    // A row of another key in the same place has little in common with the one that went.
    if (keys !== null && oldTokens[from] !== nowTokens[i]) trail.replace(start + i, value);
    else trail.compare(start + i, old[from] as Json, value);
  });
}

/**
 * What elements are told apart by. Two that are taken for one another by mistake, a text and what is written like it,
 * only make the patch larger: what stays or moves is compared all the same. One on each side needs no telling apart.
 */
function texts(elements: readonly Json[], others: readonly Json[]): (string | number)[] {
  if (elements.length === 0 || others.length === 0 || (elements.length === 1 && others.length === 1)) {
    return elements.map((_, i) => i);
  }
  return elements.map((element) =>
    typeof element === "number" || typeof element === "string" ? element : JSON.stringify(element),
  );
}
