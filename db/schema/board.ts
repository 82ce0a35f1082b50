import { sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
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
    /** A name that boards are listed under together; empty for none. */
    folder: text("folder").notNull().default(""),
    /** Its turn in the list, once somebody put boards in order: those that were made since, with 0, come first. */
    position: integer("position").notNull().default(0),
    /** Set by its removal, which can be undone for a day; until then it is there for nobody. */
    removedAt: integer("removed_at", { mode: "timestamp_ms" }),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [
    uniqueIndex("board_workspace_slug").on(table.workspaceId, table.slug).where(sql`${table.removedAt} is null`),
  ],
);

/** What a board was before each of its saves, the newest of them: whose changes can be looked at and taken back. */
export const boardVersion = sqliteTable(
  "board_version",
  {
    boardId: text("board_id")
      .notNull()
      .references(() => board.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    document: text("document", { mode: "json" }).$type<BoardDocument>().notNull(),
    /** Who saved this version: their name as it was then. */
    savedBy: text("saved_by").notNull(),
    savedAt: integer("saved_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.version] })],
);
