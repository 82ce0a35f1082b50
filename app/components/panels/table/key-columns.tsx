import type { Threshold } from "../../../../core/boards/threshold";
import { formatSpan } from "../../format/age";
import { measure, written } from "../../format/measure";
import { KeyName } from "../key-name";
import type { ShownValue } from "../values/shown-value";
import type { Column, SortValue } from "./column";
import { KeyAge, KeySpark, KeyValue } from "./key-cells";
import { plainText } from "./plain-text";

interface Around {
  /** How far back the sparks look, in milliseconds. */
  readonly range: number;
  readonly severalSources: boolean;
  readonly thresholds: readonly Threshold[] | undefined;
  /** Pixels of the column of values, without what stands before a value that is past a threshold. */
  readonly valueWidth: number;
}

/** What a table of keys has: name, recent course, value, and when it last changed. */
export function keyColumns({ range, severalSources, thresholds, valueWidth }: Around): Column<ShownValue>[] {
  return [
    {
      id: "name",
      title: "Key",
      sortValue: rowName,
      text: (row) => (rowName(row) === row.id ? row.id : `${rowName(row)} ${row.id}`),
      cell: (row) => (rowName(row) === row.id ? <KeyName id={row.id} /> : <span title={row.id}>{rowName(row)}</span>),
    },
    {
      id: "spark",
      title: formatSpan(range),
      width: 96,
      from: "400",
      text: null,
      cell: (row) => <KeySpark value={row} range={range} />,
    },
    {
      id: "value",
      title: "Value",
      width: valueWidth + (thresholds ? MARK : 0),
      narrow: Math.min(MOST_NARROW, valueWidth + (thresholds ? GLYPH : 0)),
      isRight: true,
      sortValue: ({ value }) => sortable(value),
      text: ({ value }) => plainText(value),
      cell: (row) => <KeyValue value={row} thresholds={thresholds} />,
    },
    {
      id: "at",
      title: "Changed",
      width: 84,
      isRight: true,
      from: "440",
      sortValue: ({ at }) => at,
      text: ({ at }) => new Date(at).toISOString(),
      cell: (row) => <KeyAge value={row} severalSources={severalSources} />,
    },
  ];
}

/** The name it was given, or the whole key: keys of several sources may end alike. */
function rowName({ id, name }: ShownValue): string {
  return id.endsWith(`.${name}`) ? id : name;
}

/** What a value is sorted by; null where there is nothing to go by. */
export function sortable(value: ShownValue["value"] | undefined): SortValue {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return typeof value === "boolean" ? Number(value) : JSON.stringify(value);
}

/** A threshold's shape with its word, and alone. */
const MARK = 72;
const GLYPH = 20;
const MOST_NARROW = 132;
const FIGURE = 8;
/** Of words and of JSON more is not shown: the name has room, too. */
const WIDEST = 196;
const STEP = 28;
/** Values that are written out for it: of thousands these are enough. */
const LOOKED_AT = 400;

/** Pixels that the longest of the values needs, in steps, so that another figure seldom moves the column. */
export function widthOfValues(values: readonly ShownValue[], locale: string): number {
  const longest = values.slice(0, LOOKED_AT).reduce((most, { value, unit }) => {
    return Math.max(most, written(measure(value, unit, locale)).length);
  }, 0);
  return Math.min(WIDEST, Math.max(84, Math.ceil((longest * FIGURE + 20) / STEP) * STEP));
}
