import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { BoardDocument } from "../../core/boards/document";

/** A named arrangement of panels. `version` goes up by one with each save. */
export const board = sqliteTable(
  "board",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    slug: text("slug").notNull(),
    version: integer("version").notNull().default(1),
    document: text("document", { mode: "json" }).$type<BoardDocument>().notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [uniqueIndex("board_workspace_slug").on(table.workspaceId, table.slug)],
);
