import * as v from "valibot";
import { boardDocument } from "../../core/boards/document";
import { MAX_INTERVAL } from "../../core/sources/definition";
import { EDITABLE, PUSH } from "../../core/sources/written";
import { EVENTS_SOURCE, TEAM_SOURCE, teamBoard } from "../team-board";
import type { Template } from "./template";

/** The board that every workspace has from the beginning, for those who want another or deleted theirs. */
export const team: Template = {
  slug: "team",
  title: "To-do and notes",
  about: "A shared list, a note, a discussion, and events that programs push",
  icon: "list",
  asks: [],
  sources: () => [
    { ...TEAM_SOURCE, kind: EDITABLE, interval: MAX_INTERVAL, settings: {} },
    { ...EVENTS_SOURCE, kind: PUSH, interval: MAX_INTERVAL, settings: {} },
  ],
  board: (slugOf) => {
    const renamed = [TEAM_SOURCE, EVENTS_SOURCE].reduce(
      (text, { slug }) => text.replaceAll(`"${slug}.`, `"${slugOf(slug)}.`),
      JSON.stringify(teamBoard),
    );
    return v.parse(boardDocument, JSON.parse(renamed));
  },
};
