import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Recorded points summed up: one row a page and hour in steps of a minute, one a page and day in steps of an hour. */
export const rollup = sqliteTable(
  "rollup",
  {
    workspaceId: text("workspace_id").notNull(),
    page: integer("page").notNull(),
    /** Milliseconds. */
    step: integer("step").notNull(),
    /** Milliseconds since 1970. */
    start: integer("start").notNull(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.page, table.step, table.start] })],
);

/** Up to when a workspace's points are summed up, in whole hours: milliseconds since 1970. */
export const rollupMark = sqliteTable("rollup_mark", {
  workspaceId: text("workspace_id").primaryKey(),
  upTo: integer("up_to").notNull(),
});
