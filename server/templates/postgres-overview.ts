import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

/** What PostgreSQL tells any role about the database that it is connected to (pg_stat_database, pg_stat_activity). */
const QUERY = `SELECT
  (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections,
  (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active') AS active,
  pg_database_size(current_database()) AS size_bytes,
  xact_commit AS commits, xact_rollback AS rollbacks, deadlocks,
  CASE WHEN blks_hit + blks_read = 0 THEN NULL ELSE 100.0 * blks_hit / (blks_hit + blks_read) END AS cache_hit_percent
FROM pg_stat_database WHERE datname = current_database()`;

export const postgresOverview: Template = {
  slug: "postgres",
  title: "PostgreSQL",
  about: "Connections, size, transactions and cache of one database",
  icon: "chart",
  asks: [
    {
      name: "connection",
      label: "Database",
      placeholder: "postgres://reader:password@db.example.com/shop",
      hint: "A role that may only read will do. It is kept as a secret.",
      secret: true,
    },
  ],
  sources: ({ connection = "" }) => [
    {
      slug: "db",
      name: "PostgreSQL",
      kind: "sql",
      interval: 15_000,
      settings: { connection: { plain: connection }, query: QUERY },
    },
  ],
  shows: { path: "connections", name: "Connections" },
  board: (slugOf) => ({ schema: 1, title: "PostgreSQL", panels: panels((path) => `${slugOf("db")}.${path}`) }),
};

function panels(at: (path: string) => string) {
  return arrange([
    stats(
      { id: "connections", title: "Connections", key: at("connections") },
      { id: "active", title: "Active", key: at("active") },
      { id: "size", title: "Size, bytes", key: at("size_bytes") },
      { id: "cache", title: "Found in cache, %", key: at("cache_hit_percent") },
    ),
    lines(
      {
        id: "connected",
        title: "Connections",
        series: [
          { key: at("connections"), name: "all" },
          { key: at("active"), name: "active" },
        ],
        min: 0,
      },
      {
        id: "transactions",
        title: "Transactions since the start",
        series: [
          { key: at("commits"), name: "committed" },
          { key: at("rollbacks"), name: "rolled back" },
        ],
      },
    ),
    {
      height: 8,
      weights: [2, 1],
      panels: [
        { id: "all", type: "table", title: "All figures", keys: [at("*")] },
        { id: "sources", type: "status", title: "Sources" },
      ],
    },
  ]);
}
