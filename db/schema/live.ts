import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The durable picture of what the object holds, for first paints. A row written costs the same whatever its size, so
 * keys travel in pages: up to 64 keys of one source a row.
 */
export const livePage = sqliteTable(
  "live_page",
  {
    workspaceId: text("workspace_id").notNull(),
    page: integer("page").notNull(),
    slug: text("slug").notNull(),
    /** The page's keys with value, rev, time and meta, as JSON. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.page] })],
);

/** Recorded points: one row a page and minute, its columns the times and the values of each key. */
export const pointBlock = sqliteTable(
  "point_block",
  {
    workspaceId: text("workspace_id").notNull(),
    page: integer("page").notNull(),
    /** Whole minutes since 1970. */
    minute: integer("minute").notNull(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.page, table.minute] })],
);

/** The cursor that the pages are true at, written in one batch with them. */
export const liveCursor = sqliteTable("live_cursor", {
  workspaceId: text("workspace_id").primaryKey(),
  epoch: text("epoch").notNull(),
  seq: integer("seq").notNull(),
  /** When each source was last looked at with success, as JSON: slug → milliseconds since 1970. */
  checked: text("checked").notNull(),
  flushedAt: integer("flushed_at", { mode: "timestamp_ms" }).notNull(),
});
