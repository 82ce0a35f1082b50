import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organization, user } from "./auth";

/**
 * What programs call with. Of the key itself there is only the SHA-256 of its text, which has 190 random bits: nobody who
 * reads this table can call. Triggers raise the version of the workspace's rights when one is revoked or deleted
 * (migrations/0002_api_keys.sql). A revoked one stays, so that what it did can still be told.
 */
export const apiKey = sqliteTable(
  "api_key",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The first characters of its text, by which people tell it from others. */
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull().unique(),
    createdBy: text("created_by").references(() => user.id, { onDelete: "set null" }),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    /** To the hour: a row written with each request would cost more than what it pushes. */
    lastUsedAt: integer("last_used_at", { mode: "timestamp_ms" }),
    revokedAt: integer("revoked_at", { mode: "timestamp_ms" }),
  },
  (table) => [index("api_key_workspace_idx").on(table.workspaceId)],
);
