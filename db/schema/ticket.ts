import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { apiKey } from "./api-key";
import { organization, session } from "./auth";

/**
 * What opens one connection within half a minute, for clients that can send neither a cookie nor a header. Of the ticket
 * itself there is only the SHA-256. It is worth what it was made with, so it has a session or a key, and goes with it.
 */
export const ticket = sqliteTable("ticket", {
  hash: text("hash").primaryKey(),
  workspaceId: text("workspace_id")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" }),
  sessionId: text("session_id").references(() => session.id, { onDelete: "cascade" }),
  keyId: text("key_id").references(() => apiKey.id, { onDelete: "cascade" }),
  expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
});
