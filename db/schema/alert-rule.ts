import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Condition } from "../../core/alerts/condition";
import type { AlertRule } from "../../core/alerts/rule";

/** What people want to be told of a key. How a rule stands is a key, which the object writes. */
export const alertRule = sqliteTable(
  "alert_rule",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    name: text("name").notNull(),
    /** A pattern; its first segment is the source's slug. */
    key: text("key").notNull(),
    condition: text("condition", { mode: "json" }).$type<Condition>().notNull(),
    /** Milliseconds that the condition must hold. */
    for: integer("for_ms").notNull(),
    severity: text("severity", { enum: ["warning", "critical"] }).notNull(),
    unit: text("unit"),
    panel: text("panel", { mode: "json" }).$type<NonNullable<AlertRule["panel"]>>(),
    /** Set by its removal, which can be undone for a day; until then it is there for nobody. */
    removedAt: integer("removed_at", { mode: "timestamp_ms" }),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("alert_rule_workspace").on(table.workspaceId)],
);
