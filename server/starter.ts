import { MAX_INTERVAL } from "../core/sources/definition";
import { EDITABLE, PUSH } from "../core/sources/written";
import type { Database } from "../db/database";
import { insertBoard } from "../db/queries/boards";
import { sourceRow } from "../db/queries/sources";
import { starterBoard } from "./starter-board";
import { EVENTS_SOURCE, TEAM_SOURCE, teamBoard } from "./team-board";

export const STARTER_BOARD = "this-machine";
const TEAM_BOARD = "team";

/** What every workspace begins with: a board to meet on, a source that people write, and one that programs push. */
export function teamRows(db: Database, workspaceId: string, now: Date) {
  const source = (of: { slug: string; name: string }, kind: string) =>
    sourceRow(db, workspaceId, { ...of, id: crypto.randomUUID(), kind, settings: {}, interval: MAX_INTERVAL, now });
  return [
    source(TEAM_SOURCE, EDITABLE),
    source(EVENTS_SOURCE, PUSH),
    insertBoard(db, workspaceId, {
      id: crypto.randomUUID(),
      slug: TEAM_BOARD,
      document: teamBoard,
      // The board that was changed last comes first: that is the one of this machine, where there is one.
      now: new Date(now.getTime() - 1_000),
    }),
  ];
}

/** What it begins with besides where an exporter reads this machine: the source that scrapes it, and a board of it. */
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
