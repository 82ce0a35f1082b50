import * as z from "zod/mini";
import { key } from "../protocol/parts";
import { GRID_COLUMNS } from "./grid-columns";
import { reference } from "./reference";
import { thresholds } from "./threshold";
import { variable } from "./variable";

/** In columns of the grid; heights in rows of 32 px (pitch 40). */
const place = z.object({
  x: z.int().check(z.minimum(0), z.maximum(GRID_COLUMNS - 1)),
  y: z.int().check(z.minimum(0)),
  w: z.int().check(z.minimum(1), z.maximum(GRID_COLUMNS)),
  h: z.int().check(z.minimum(1), z.maximum(40)),
});
export type Place = z.infer<typeof place>;

const title = z.string().check(z.maxLength(120));
const panelId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));

/** What every panel has. */
const common = {
  id: panelId,
  title,
  place,
  /** On a phone: its turn in the one column, and its height in rows. Without it, as the grid is read. */
  phone: z.optional(z.object({ y: z.int().check(z.minimum(0)), h: z.int().check(z.minimum(1), z.maximum(40)) })),
  /** The panel is there once for each value of this variable. */
  repeat: z.optional(z.string().check(z.maxLength(32))),
};

/** How numbers are written where the keys' own unit and figures are not what is wanted. */
const written = {
  unit: z.optional(z.string().check(z.maxLength(24))),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
};
const seriesOf = z.object({ key: reference, name: z.optional(title) });
const series = z.array(seriesOf).check(z.minLength(1), z.maxLength(16));

/** One number, large, with its change and a spark. `of` names a key shown as "of 32 GiB". */
const stat = z.object({
  ...common,
  type: z.literal("stat"),
  key: reference,
  of: z.optional(reference),
  thresholds: z.optional(thresholds),
  ...written,
});

/** Series over time; `area` fills from zero. A pattern draws one line for each key it matches. */
const line = z.object({
  ...common,
  type: z.literal("line"),
  series,
  area: z.optional(z.boolean()),
  /** Each line stands on the one before it. */
  stacked: z.optional(z.boolean()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  thresholds: z.optional(thresholds),
  /** A stream whose events are drawn on the chart. */
  events: z.optional(key),
  ...written,
});

/** Bars: one for each key as it is now, or for each stretch of time what a series came to in it. */
const bar = z.object({
  ...common,
  type: z.literal("bar"),
  series,
  over: z.enum(["keys", "time"]),
  stacked: z.optional(z.boolean()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  thresholds: z.optional(thresholds),
  ...written,
});

/** Shares of a whole, as a ring with the sum in it. */
const pie = z.object({ ...common, type: z.literal("pie"), series, ...written });

/** One number between two ends. */
const gauge = z.object({
  ...common,
  type: z.literal("gauge"),
  key: reference,
  min: z.number(),
  max: z.number(),
  thresholds: z.optional(thresholds),
  ...written,
});

/** Many keys as small fields, each with its state. */
const grid = z.object({
  ...common,
  type: z.literal("grid"),
  keys: z.array(reference).check(z.minLength(1), z.maxLength(16)),
  thresholds: z.optional(thresholds),
  ...written,
});

/** Keys as rows: name, spark, value, age. A single key that holds rows (objects in a list) is shown by their members. */
const table = z.object({
  ...common,
  type: z.literal("table"),
  keys: z.array(reference).check(z.minLength(1), z.maxLength(16)),
  thresholds: z.optional(thresholds),
});

/** Words on the board itself, in Markdown. */
const text = z.object({ ...common, type: z.literal("text"), text: z.string().check(z.maxLength(20_000)) });

/** Begins a stretch of the board that can be folded: everything below it, down to the next one. */
const section = z.object({ ...common, type: z.literal("section"), folded: z.optional(z.boolean()) });

/** The workspace's sources, each with its state. */
const status = z.object({ ...common, type: z.literal("status") });

/** A list that people keep together: a key of an editable source, its value rows of core/boards/list-rows.ts. */
const list = z.object({ ...common, type: z.literal("list"), key: reference });

/** A text that people keep together: a key of an editable source that holds a string. */
const note = z.object({ ...common, type: z.literal("note"), key: reference });

/** The newest events of a stream, as they come. */
const events = z.object({ ...common, type: z.literal("events"), key: reference });

/** What is said beside this board, and who is here. */
const discussion = z.object({ ...common, type: z.literal("discussion") });

/** The keys that whoever looks follows: each sees their own. */
const followed = z.object({ ...common, type: z.literal("followed") });

export const panel = z.discriminatedUnion("type", [
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
export type Panel = z.infer<typeof panel>;
export type StatPanel = z.infer<typeof stat>;
export type LinePanel = z.infer<typeof line>;
export type BarPanel = z.infer<typeof bar>;
export type PiePanel = z.infer<typeof pie>;
export type GaugePanel = z.infer<typeof gauge>;
export type GridPanel = z.infer<typeof grid>;
export type TablePanel = z.infer<typeof table>;
export type TextPanel = z.infer<typeof text>;
export type SectionPanel = z.infer<typeof section>;
export type StatusPanel = z.infer<typeof status>;
export type ListPanel = z.infer<typeof list>;
export type NotePanel = z.infer<typeof note>;
export type EventsPanel = z.infer<typeof events>;
export type DiscussionPanel = z.infer<typeof discussion>;
export type FollowedPanel = z.infer<typeof followed>;

/** A board as it is stored and exported. `schema` is the document's own version. */
export const boardDocument = z.object({
  schema: z.literal(1),
  title,
  /** How far back the board looks when it is opened, in milliseconds. */
  span: z.optional(z.int().check(z.minimum(60_000), z.maximum(90 * 86_400_000))),
  variables: z.optional(z.array(variable).check(z.maxLength(12))),
  panels: z.array(panel).check(z.maxLength(100)),
});
export type BoardDocument = z.infer<typeof boardDocument>;
