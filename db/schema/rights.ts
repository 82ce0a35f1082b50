import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * How often the rights in a workspace have changed: who is a member, as what, and which of their sessions are over.
 * Triggers raise it (migrations/0001_rights.sql), so no code that writes those tables can forget to; an object that
 * finds it moved looks at its connections again. No row: never since the table is there, which counts as 0. The row
 * outlives its workspace, since a version that began anew could be one that was seen before.
 */
export const rights = sqliteTable("rights", {
  workspaceId: text("workspace_id").primaryKey(),
  version: integer("version").notNull(),
});
