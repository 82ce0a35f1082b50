import type { Database } from "../db/database";
import { insertBoard } from "../db/queries/boards";
import { sourceRow } from "../db/queries/sources";
import { starterBoard } from "./starter-board";

export const STARTER_BOARD = "this-machine";

/** What a workspace begins with where an exporter reads this machine: the source that scrapes it, and a board of it. */
export function starterRows(db: Database, workspaceId: string, now: Date) {
  return [
    sourceRow(db, workspaceId, {
      id: crypto.randomUUID(),
      slug: "node",
      name: "This machine",
      kind: "prometheus-scrape",
      settings: { url: "upstream:machine", prefix: "machine_" },
      interval: 2_000,
      now,
    }),
    insertBoard(db, workspaceId, { id: crypto.randomUUID(), slug: STARTER_BOARD, document: starterBoard, now }),
  ];
}
