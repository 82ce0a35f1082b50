import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What is said beside boards: the object holds the newest of it, and this all. A board that is deleted for good takes it
 * along by a trigger (migrations/0009_messages.sql).
 */
export const message = sqliteTable(
  "message",
  {
    workspaceId: text("workspace_id").notNull(),
    boardId: text("board_id").notNull(),
    /** As in the board's room: they only grow. */
    id: integer("id").notNull(),
    /** A row of the room, as JSON. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.boardId, table.id] })],
);
