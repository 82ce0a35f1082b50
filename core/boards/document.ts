import * as v from "valibot";
import { key } from "../protocol/parts";
import { finite } from "../schema/finite";
import { listOf } from "../schema/list-of";
import { whole } from "../schema/whole";
import { GRID_COLUMNS } from "./grid-columns";
import { reference } from "./reference";
import { thresholds } from "./threshold";
import { variable } from "./variable";

/** In columns of the grid; heights in rows of 32 px (pitch 40). */
const place = v.object({
  x: v.pipe(whole(), v.minValue(0), v.maxValue(GRID_COLUMNS - 1)),
  y: v.pipe(whole(), v.minValue(0)),
  w: v.pipe(whole(), v.minValue(1), v.maxValue(GRID_COLUMNS)),
  h: v.pipe(whole(), v.minValue(1), v.maxValue(40)),
});
export type Place = v.InferOutput<typeof place>;

const title = v.pipe(v.string(), v.maxLength(120));
const panelId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/));

/** What every panel has. */
const common = {
  id: panelId,
  title,
  place,
  /** On a phone: its turn in the one column, and its height in rows. Without it, as the grid is read. */
  phone: v.optional(v.object({ y: v.pipe(whole(), v.minValue(0)), h: v.pipe(whole(), v.minValue(1), v.maxValue(40)) })),
  /** The panel is there once for each value of this variable. */
  repeat: v.optional(v.pipe(v.string(), v.maxLength(32))),
};

/** How numbers are written where the keys' own unit and figures are not what is wanted. */
const written = {
  unit: v.optional(v.pipe(v.string(), v.maxLength(24))),
  decimals: v.optional(v.pipe(whole(), v.minValue(0), v.maxValue(6))),
};
const seriesOf = v.object({ key: reference, name: v.optional(title) });
const series = v.pipe(listOf(seriesOf, 16), v.minLength(1));

/** One number, large, with its change and a spark. `of` names a key shown as "of 32 GiB". */
const stat = v.object({
  ...common,
  type: v.literal("stat"),
  key: reference,
  of: v.optional(reference),
  thresholds: v.optional(thresholds),
  ...written,
});

/** Series over time; `area` fills from zero. A pattern draws one line for each key it matches. */
const line = v.object({
  ...common,
  type: v.literal("line"),
  series,
  area: v.optional(v.boolean()),
  /** Each line stands on the one before it. */
  stacked: v.optional(v.boolean()),
  min: v.optional(finite()),
  max: v.optional(finite()),
  thresholds: v.optional(thresholds),
  /** A stream whose events are drawn on the chart. */
  events: v.optional(key),
  ...written,
});

/** Bars: one for each key as it is now, or for each stretch of time what a series came to in it. */
const bar = v.object({
  ...common,
  type: v.literal("bar"),
  series,
  over: v.picklist(["keys", "time"]),
  stacked: v.optional(v.boolean()),
  min: v.optional(finite()),
  max: v.optional(finite()),
  thresholds: v.optional(thresholds),
  ...written,
});

/** Shares of a whole, as a ring with the sum in it. */
const pie = v.object({ ...common, type: v.literal("pie"), series, ...written });

/** One number between two ends. */
const gauge = v.object({
  ...common,
  type: v.literal("gauge"),
  key: reference,
  min: finite(),
  max: finite(),
  thresholds: v.optional(thresholds),
  ...written,
});

/** Many keys as small fields, each with its state. */
const grid = v.object({
  ...common,
  type: v.literal("grid"),
  keys: v.pipe(listOf(reference, 16), v.minLength(1)),
  thresholds: v.optional(thresholds),
  ...written,
});

/** Keys as rows: name, spark, value, age. A single key that holds rows (objects in a list) is shown by their members. */
const table = v.object({
  ...common,
  type: v.literal("table"),
  keys: v.pipe(listOf(reference, 16), v.minLength(1)),
  thresholds: v.optional(thresholds),
});

/** Words on the board itself, in Markdown. */
const text = v.object({ ...common, type: v.literal("text"), text: v.pipe(v.string(), v.maxLength(20_000)) });

/** Begins a stretch of the board that can be folded: everything below it, down to the next one. */
const section = v.object({ ...common, type: v.literal("section"), folded: v.optional(v.boolean()) });

/** The workspace's sources, each with its state. */
const status = v.object({ ...common, type: v.literal("status") });

/** A list that people keep together: a key of an editable source, its value rows of core/boards/list-rows.ts. */
const list = v.object({ ...common, type: v.literal("list"), key: reference });

/** A text that people keep together: a key of an editable source that holds a string. */
const note = v.object({ ...common, type: v.literal("note"), key: reference });

/** The newest events of a stream, as they come. */
const events = v.object({ ...common, type: v.literal("events"), key: reference });

/** What is said beside this board, and who is here. */
const discussion = v.object({ ...common, type: v.literal("discussion") });

/** The keys that whoever looks follows: each sees their own. */
const followed = v.object({ ...common, type: v.literal("followed") });

export const panel = v.variant("type", [
  stat,
  line,
  bar,
  pie,
  gauge,
  grid,
  table,
  text,
  section,
  status,
  list,
  note,
  events,
  discussion,
  followed,
]);
export type Panel = v.InferOutput<typeof panel>;
export type StatPanel = v.InferOutput<typeof stat>;
export type LinePanel = v.InferOutput<typeof line>;
export type BarPanel = v.InferOutput<typeof bar>;
export type PiePanel = v.InferOutput<typeof pie>;
export type GaugePanel = v.InferOutput<typeof gauge>;
export type GridPanel = v.InferOutput<typeof grid>;
export type TablePanel = v.InferOutput<typeof table>;
export type TextPanel = v.InferOutput<typeof text>;
export type SectionPanel = v.InferOutput<typeof section>;
export type StatusPanel = v.InferOutput<typeof status>;
export type ListPanel = v.InferOutput<typeof list>;
export type NotePanel = v.InferOutput<typeof note>;
export type EventsPanel = v.InferOutput<typeof events>;
export type DiscussionPanel = v.InferOutput<typeof discussion>;
export type FollowedPanel = v.InferOutput<typeof followed>;

/** A board as it is stored and exported. `schema` is the document's own version. */
export const boardDocument = v.object({
  schema: v.literal(1),
  title,
  /** How far back the board looks when it is opened, in milliseconds. */
  span: v.optional(v.pipe(whole(), v.minValue(60_000), v.maxValue(90 * 86_400_000))),
  variables: v.optional(listOf(variable, 12)),
  panels: listOf(panel, 100),
});
export type BoardDocument = v.InferOutput<typeof boardDocument>;
