import * as z from "zod/mini";
import { key, pattern } from "../protocol/parts";

/** Grid of 12 columns; heights in rows of 32 px (pitch 40). */
export const GRID_COLUMNS = 12;
const place = z.object({
  x: z.int().check(z.minimum(0), z.maximum(GRID_COLUMNS - 1)),
  y: z.int().check(z.minimum(0)),
  w: z.int().check(z.minimum(1), z.maximum(GRID_COLUMNS)),
  h: z.int().check(z.minimum(2), z.maximum(40)),
});
export type Place = z.infer<typeof place>;

const title = z.string().check(z.maxLength(120));
const panelId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));
const seriesOf = z.object({ key: pattern, name: z.optional(title) });

/** One number, large, with its change and a spark. `of` names a key shown as "of 32 GiB". */
const stat = z.object({
  id: panelId,
  type: z.literal("stat"),
  title,
  place,
  key: pattern,
  of: z.optional(pattern),
  /** From this value up the panel says "Above …". */
  above: z.optional(z.number()),
});

/** Series over time; `area` fills from zero. A pattern draws one line for each key it matches. */
const line = z.object({
  id: panelId,
  type: z.literal("line"),
  title,
  place,
  series: z.array(seriesOf).check(z.minLength(1), z.maxLength(16)),
  area: z.optional(z.boolean()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  above: z.optional(z.object({ value: z.number(), name: title })),
});

/** Keys as rows: name, spark, value, age. */
const table = z.object({
  id: panelId,
  type: z.literal("table"),
  title,
  place,
  keys: z.array(pattern).check(z.minLength(1)),
});

/** The workspace's sources, each with its state. */
const status = z.object({ id: panelId, type: z.literal("status"), title, place });

/** A list that people keep together: a key of an editable source, its value rows of core/boards/list-rows.ts. */
const list = z.object({ id: panelId, type: z.literal("list"), title, place, key });

/** A text that people keep together: a key of an editable source that holds a string. */
const note = z.object({ id: panelId, type: z.literal("note"), title, place, key });

/** The newest events of a stream, as they come. */
const events = z.object({ id: panelId, type: z.literal("events"), title, place, key });

/** What is said beside this board, and who is here. */
const discussion = z.object({ id: panelId, type: z.literal("discussion"), title, place });

/** The keys that whoever looks follows: each sees their own. */
const followed = z.object({ id: panelId, type: z.literal("followed"), title, place });

export const panel = z.discriminatedUnion("type", [
  stat,
  line,
  table,
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
export type TablePanel = z.infer<typeof table>;
export type StatusPanel = z.infer<typeof status>;
export type ListPanel = z.infer<typeof list>;
export type NotePanel = z.infer<typeof note>;
export type EventsPanel = z.infer<typeof events>;
export type DiscussionPanel = z.infer<typeof discussion>;
export type FollowedPanel = z.infer<typeof followed>;

/** A board as it is stored and exported. `schema` is the document's own version. */
export const boardDocument = z.object({ schema: z.literal(1), title, panels: z.array(panel).check(z.maxLength(100)) });
export type BoardDocument = z.infer<typeof boardDocument>;

/** Who looks at which board: some panels show each person something else. */
export interface Viewing {
  readonly boardId: string;
  readonly userId: string;
}

/** The key patterns a panel needs; those that a person follows are in the value of `$followed` and come on top. */
export function patternsOf(item: Panel, { boardId, userId }: Viewing): string[] {
  switch (item.type) {
    case "stat":
      return item.of === undefined ? [item.key] : [item.key, item.of];
    case "line":
      return item.series.map((one) => one.key);
    case "table":
      return item.keys;
    case "status":
      return ["$sources.*"];
    case "list":
    case "note":
    case "events":
      return [item.key];
    case "discussion":
      return [`$rooms.${boardId}`, `$presence.${boardId}`];
    case "followed":
      return [`$followed.${userId}`];
  }
}

/** Everything that a board's page shows to whoever looks: its panels' keys, the sources' states, who is here. */
export function boardPatterns({ panels }: BoardDocument, viewing: Viewing): string[] {
  const own = panels.flatMap((one) => patternsOf(one, viewing));
  return [...new Set([...own, "$sources.*", `$presence.${viewing.boardId}`])];
}
