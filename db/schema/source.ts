import { sql } from "drizzle-orm";
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Json } from "../../core/json";
import type { KeyState } from "../../core/protocol/snapshot";
import type { Plan } from "../../core/sources/plan";

/** Where keys come from. The object reads its workspace's rows; `settings` is checked against the connector's schema there. */
export const source = sqliteTable(
  "source",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    settings: text("settings", { mode: "json" }).$type<Record<string, Json>>().notNull(),
    /** Milliseconds between two refreshes while somebody watches. */
    interval: integer("interval_ms").notNull(),
    /** Null: by its interval, and less often while nobody watches. */
    plan: text("plan", { mode: "json" }).$type<Plan>(),
    enabled: integer("enabled", { mode: "boolean" }).notNull().default(true),
    /** Set by its removal, which can be undone for a day; until then it is there for nobody. */
    removedAt: integer("removed_at", { mode: "timestamp_ms" }),
    /** What it held then, where nobody can be asked for it again. */
    removedKeys: text("removed_keys", { mode: "json" }).$type<KeyState[]>(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [
    uniqueIndex("source_workspace_slug").on(table.workspaceId, table.slug).where(sql`${table.removedAt} is null`),
  ],
);
