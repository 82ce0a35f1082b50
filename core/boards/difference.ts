import * as v from "valibot";
import { canonical } from "../delta/canonical";
import { json } from "../protocol/parts";
import type { BoardDocument, Panel } from "./document";

/** What one panel went through between two versions of a board. */
export interface PanelChange {
  readonly id: string;
  /** As it is now, or was before it went. */
  readonly title: string;
  readonly change: "added" | "removed" | "moved" | "changed";
}

export interface Difference {
  /** Another title: the one before and the one after. */
  readonly title: readonly [before: string, after: string] | null;
  readonly panels: readonly PanelChange[];
}

/** What changed from one version of a board to another, panel by panel. Moved is what only has another place or size. */
export function difference(before: BoardDocument, after: BoardDocument): Difference {
  const [old, now] = [byId(before), byId(after)];
  const removed = before.panels.filter(({ id }) => !now.has(id)).map((panel) => changeOf(panel, "removed"));
  const others = after.panels.flatMap((panel) => {
    const was = old.get(panel.id);
    if (!was) return changeOf(panel, "added");
    if (same(was, panel)) return [];
    return changeOf(panel, same({ ...was, place: panel.place }, panel) ? "moved" : "changed");
  });
  const title = before.title === after.title ? null : ([before.title, after.title] as const);
  return { title, panels: [...others, ...removed] };
}

function changeOf({ id, title }: Panel, change: PanelChange["change"]): PanelChange {
  return { id, title, change };
}

/** A member that is undefined is not there. */
function same(one: Panel, other: Panel): boolean {
  const [a, b] = [one, other].map((panel) => canonical(v.parse(json, JSON.parse(JSON.stringify(panel)))));
  return a === b;
}

function byId({ panels }: BoardDocument): Map<string, Panel> {
  return new Map(panels.map((panel) => [panel.id, panel]));
}
