import type { Threshold } from "../../../../core/boards/threshold";
import type { Json } from "../../../../core/json";
import type { Column } from "./column";
import { sortable } from "./key-columns";
import { MemberValue } from "./member-value";
import type { Member, ObjectRow } from "./object-rows";
import { plainText } from "./plain-text";

/** Pixels of a letter, of a figure, and of a cell's edges. */
const [LETTER, FIGURE, EDGES] = [7, 8, 20];
/** Of the longest words so much stays: the columns beside them are rather in sight than all of it. */
const LEAST = 140;
/** The shape of a threshold before a number. */
const GLYPH = 20;

/** A column for each member of rows. `unit`: of its numbers. */
export function objectColumns(
  members: readonly Member[],
  unit: string | undefined,
  thresholds: readonly Threshold[] | undefined,
): Column<ObjectRow>[] {
  const widest = widestText(members) ?? members[0];
  return members.map((member, i) => ({
    id: member.name,
    title: member.name,
    // One takes what is left, so that a table is never narrower than its panel.
    ...(member === widest
      ? { least: Math.min(LEAST, widthOf(member, 0)) }
      : { width: widthOf(member, i > 0 && thresholds ? GLYPH : 0) }),
    // What stands first names the row.
    isRight: member.kind === "number" && i > 0,
    sortValue: ({ members }) => sortValue(member, ownMember(members, member.name)),
    text: ({ members }) => plainText(ownMember(members, member.name)),
    cell: ({ members }) => (
      <MemberValue
        // An id is no amount: its thousands are not set apart.
        kind={i === 0 && member.kind === "number" ? "text" : member.kind}
        value={ownMember(members, member.name)}
        unit={unit}
        thresholds={i > 0 ? thresholds : undefined}
      />
    ),
  }));
}

function widestText(members: readonly Member[]): Member | undefined {
  const texts = members.filter(({ kind }) => kind === "text" || kind === "link" || kind === "nested");
  return texts.toSorted((a, b) => b.longest - a.longest)[0];
}

/** Not what an object has from its prototype. */
function ownMember(members: ObjectRow["members"], name: string): Json {
  return Object.hasOwn(members, name) ? (members[name] ?? null) : null;
}

function sortValue({ kind }: Member, value: Json) {
  return kind === "time" && typeof value === "string" ? Date.parse(value) : sortable(value);
}

function widthOf({ name, kind, longest }: Member, mark: number): number {
  const content = kind === "time" ? 20 : kind === "boolean" ? 3 : longest;
  const pixels = Math.max(content * (kind === "number" ? FIGURE : LETTER), (name.length + 2) * LETTER);
  return Math.min(280, Math.max(64, pixels + EDGES)) + (kind === "number" ? mark : 0);
}
