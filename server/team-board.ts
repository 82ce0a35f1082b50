import type { BoardDocument } from "../core/boards/document";
import { arrange } from "./templates/arrange";

/** What people write, and what programs push, on a workspace's second board. */
export const TEAM_SOURCE = { slug: "team", name: "Team" };
export const EVENTS_SOURCE = { slug: "events", name: "Events" };

export const TODO_KEY = "team.todo";
export const NOTE_KEY = "team.note";
export const LOG_KEY = "events.log";

/** The board that people of a workspace meet on. */
export const teamBoard: BoardDocument = {
  schema: 1,
  title: "Team",
  panels: arrange([
    {
      height: 10,
      weights: [4, 5, 3],
      panels: [
        { id: "todo", type: "list", title: "To do", key: TODO_KEY },
        { id: "talk", type: "discussion", title: "Discussion" },
        { id: "note", type: "note", title: "Note", key: NOTE_KEY },
      ],
    },
    {
      height: 7,
      weights: [7, 5],
      panels: [
        { id: "log", type: "events", title: "Events", key: LOG_KEY },
        { id: "followed", type: "followed", title: "Keys I follow" },
      ],
    },
  ]),
};
