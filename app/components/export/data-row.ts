import { isListRows } from "../../../core/boards/list-rows";
import { isObject, type Json } from "../../../core/json";
import { room } from "../../../core/people/message";
import { readAs } from "../../../core/schema/read-as";
import { isEvents } from "../../../core/streams/is-events";
import { type ObjectRow, objectRows } from "../panels/table/object-rows";
import type { ShownSeries } from "../panels/values/shown-value";

/** One line of what a panel shows, as it is exported and put into its table: a value, of something, at a time. */
export interface DataRow {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A key, or a formula. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly value: Json;
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * What was shown in a stretch of time, by value, oldest first. A series gives its points, a stream its events, a list its
 * rows, a list of objects their members, a room its messages; everything else, and a series that did not change meanwhile, the value that stands there.
 */
export function dataRows(values: readonly ShownSeries[], bounds: Bounds): DataRow[] {
  return values.flatMap((shown) => {
    const { id: key, name, unit = "", at } = shown;
    const own = { at, key, name, unit };
    return partsOf(shown, bounds).map((part) => ({ ...own, ...part }));
  });
}

type Part = Pick<DataRow, "value"> & Partial<DataRow>;

function partsOf({ id: key, isSeries, points, value }: ShownSeries, { from, to }: Bounds): readonly Part[] {
  const isInside = (time: number) => time >= from && time <= to;
  if (isSeries) {
    const inside = points.filter(([time]) => isInside(time));
    return inside.length === 0 ? [{ value }] : inside.map(([at, point]) => ({ at, value: point }));
  }
  const said = key.startsWith("$rooms.") ? readAs(room, value) : undefined;
  if (said) return said.map(({ at, by, text }) => ({ at, name: by.name, value: text }));
  if (key.startsWith("$sources.")) return [sourceWords(key, value)];
  if (isEvents(value)) return value.filter(({ at }) => isInside(at)).map(({ at, data }) => ({ at, value: data }));
  if (isListRows(value)) return value.map(({ text, done }) => ({ name: text, value: done ? "done" : "open" }));
  return objectRows(value)?.flatMap(memberParts) ?? [{ value }];
}

/** Each member of an object by the object's name and its own. */
function memberParts({ id, members }: ObjectRow): Part[] {
  return Object.entries(members).map(([member, value]) => ({ name: `${id} ${member}`, value }));
}

/** A source by its name and state. */
function sourceWords(key: string, value: Json): Part {
  const { name = null, state = null } = isObject(value) ? value : {};
  return { name: typeof name === "string" ? name : key, value: state };
}
