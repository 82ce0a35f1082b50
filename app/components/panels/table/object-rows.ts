import { isArray, isObject, type Json } from "../../../../core/json";

/** One object of a list, and what it is known by while others come and go. */
export interface ObjectRow {
  readonly id: string;
  readonly members: Readonly<Record<string, Json>>;
}

/** Members that become columns at most. */
const MAX_COLUMNS = 24;

/** The rows of a value that is a list of objects; null for any other. An empty list has no rows, and is one. */
export function objectRows(value: Json): readonly ObjectRow[] | null {
  if (!isArray(value)) return null;
  const taken = new Set<string>();
  const rows: ObjectRow[] = [];
  for (const [i, members] of value.entries()) {
    if (!isObject(members)) return null;
    rows.push({ id: ownId(members, i, taken), members });
  }
  return rows;
}

/** By what names it, if nothing before it has that name; by its place otherwise. */
function ownId(members: ObjectRow["members"], index: number, taken: Set<string>): string {
  const named = [members.id, members.key, members.name].find(
    (one) => typeof one === "string" || typeof one === "number",
  );
  const id = named === undefined || taken.has(`${named}`) ? `#${index}` : `${named}`;
  taken.add(id);
  return id;
}

/** The same rows with the references that the held ones have, where their objects have stayed the same. */
export function keepRows(held: readonly ObjectRow[], next: readonly ObjectRow[]): readonly ObjectRow[] {
  const before = new Map(held.map((row) => [row.id, row]));
  return next.map((row) => {
    const same = before.get(row.id);
    return same?.members === row.members ? same : row;
  });
}

export type MemberKind = "number" | "boolean" | "time" | "link" | "text" | "nested";

export interface Member {
  readonly name: string;
  readonly kind: MemberKind;
  /** Characters of the longest that was looked at, or a few more. */
  readonly longest: number;
}

/** Rows that are looked at for what their members are. */
const LOOKED_AT = 200;

/** The members of rows, in the order in which they first appear, each with what all of its values are. */
export function membersOf(rows: readonly ObjectRow[]): Member[] {
  const found = new Map<string, { kind: MemberKind | null; longest: number }>();
  for (const { members } of rows.slice(0, LOOKED_AT)) {
    for (const [name, value] of Object.entries(members)) {
      const held = found.get(name) ?? { kind: null, longest: 0 };
      if (found.size >= MAX_COLUMNS && !found.has(name)) continue;
      const kind = value === null ? held.kind : both(held.kind, kindOf(value));
      const text = typeof value === "string" ? value : JSON.stringify(value);
      found.set(name, { kind, longest: Math.max(held.longest, inSteps(text.length)) });
    }
  }
  return [...found].map(([name, { kind, longest }]) => ({ name, kind: kind ?? "text", longest }));
}

/** Rounded up, so that another figure does not change what a table is made of. */
function inSteps(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function both(held: MemberKind | null, next: MemberKind): MemberKind {
  if (held === null || held === next) return next;
  return held === "nested" || next === "nested" ? "nested" : "text";
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

function kindOf(value: Json): MemberKind {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value !== "string") return "nested";
  if (TIME.test(value) && !Number.isNaN(Date.parse(value))) return "time";
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value) ? "link" : "text";
}
