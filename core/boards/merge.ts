import * as v from "valibot";
import { canonical } from "../delta/canonical";
import { json } from "../protocol/parts";
import { type BoardDocument, boardDocument, type Panel, panel as panelSchema } from "./document";
import { settle } from "./settle";

/** What two people changed in ways that exclude each other. */
export interface Conflict {
  /** The panel's id; null for what is the board's own, such as its title. */
  readonly panel: string | null;
  /** The members that both changed, such as `title` or `place`; none where one took away what the other changed. */
  readonly members: readonly string[];
}

export interface Merged {
  /** Both people's changes; where they exclude each other, mine. */
  readonly document: BoardDocument;
  readonly conflicts: readonly Conflict[];
}

/**
 * Two people's changes of one board, put together. Panels are told apart by their ids, and within a panel its members:
 * one person may move it while another renames it. Panels that lie on one another then are pushed down.
 */
export function merge(base: BoardDocument, mine: BoardDocument, theirs: BoardDocument): Merged {
  const [old, own, other] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: Conflict[] = [];
  const whole = mergeMembers(boardMembers(base), boardMembers(mine), boardMembers(theirs));
  if (whole.clashing.length > 0) conflicts.push({ panel: null, members: whole.clashing });
  const panels = [...new Set([...other.keys(), ...own.keys()])].flatMap((id) => {
    const { panel, members } = mergePanel(old.get(id), own.get(id), other.get(id));
    if (members) conflicts.push({ panel: id, members });
    return panel ?? [];
  });
  return { document: v.parse(boardDocument, { ...whole.kept, panels: settle(panels) }), conflicts };
}

/** What is the board's own. */
function boardMembers(board: BoardDocument): Members {
  const members = membersOf(board);
  members.delete("panels");
  return members;
}

/** `members`: those that exclude each other; undefined where nothing does. */
interface MergedPanel {
  readonly panel: Panel | undefined;
  readonly members?: readonly string[];
}

function mergePanel(base: Panel | undefined, mine: Panel | undefined, theirs: Panel | undefined): MergedPanel {
  const whole = choose(base, mine, theirs);
  if (!whole.isConflict) return { panel: whole.value };
  // What somebody changed is not lost because somebody else took it away.
  if (!mine || !theirs) return { panel: mine ?? theirs, members: [] };
  // As another kind of panel it has nothing in common with what it was.
  if (mine.type !== theirs.type || mine.type !== base?.type) return { panel: mine, members: ["type"] };
  const { kept, clashing } = mergeMembers(membersOf(base), membersOf(mine), membersOf(theirs));
  const panel = v.parse(panelSchema, kept);
  return clashing.length === 0 ? { panel } : { panel, members: clashing };
}

type Members = Map<string, unknown>;

function membersOf(whole: object): Members {
  return new Map<string, unknown>(Object.entries(whole));
}

/** Member by member; `kept`: what both come to, where they exclude each other mine. */
function mergeMembers(base: Members, mine: Members, theirs: Members) {
  const members = [...new Set([...mine.keys(), ...theirs.keys()])].map(
    (name) => [name, choose(base.get(name), mine.get(name), theirs.get(name))] as const,
  );
  const clashing = members.filter(([, { isConflict }]) => isConflict).map(([name]) => name);
  const kept: Members = new Map(members.map(([name, { value }]) => [name, value]));
  for (const [name, value] of kept) if (value === undefined) kept.delete(name);
  return { kept: Object.fromEntries<unknown>(kept), clashing };
}

interface Choice<T> {
  readonly value: T;
  readonly isConflict: boolean;
}

/** Who left it as it was follows who changed it. */
function choose<T>(base: T, mine: T, theirs: T): Choice<T> {
  const [old, own, other] = [base, mine, theirs].map(textOf);
  if (own === old) return { value: theirs, isConflict: false };
  return { value: mine, isConflict: other !== old && other !== own };
}

/** Two values are one when they are the same JSON: a member that is undefined is not there. */
function textOf(value: unknown): string {
  return value === undefined ? "" : canonical(v.parse(json, JSON.parse(JSON.stringify(value))));
}

function byId({ panels }: BoardDocument): Map<string, Panel> {
  return new Map(panels.map((panel) => [panel.id, panel]));
}
