import type { BoardDocument } from "../../../core/boards/document";
import { type Edit, edited } from "../../../core/boards/edit";
import { merge } from "../../../core/boards/merge";

/** A board that is being edited, with what it was before each step. Documents are never changed, only replaced. */
export interface History {
  readonly past: readonly BoardDocument[];
  readonly now: BoardDocument;
  readonly future: readonly BoardDocument[];
  /** What the last step belongs to: the next one of the same run is undone together with it. */
  readonly run: string | null;
}

export type Act =
  | { readonly type: "edit"; readonly edit: Edit; readonly run?: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** The next step begins a run of its own. */
  | { readonly type: "rest" }
  /** Takes back a run that is still going on, as if it had never begun. */
  | { readonly type: "cancel"; readonly run: string }
  /** What others changed from one document to another comes into this one, and into everything that can be undone to. */
  | { readonly type: "rebase"; readonly from: BoardDocument; readonly to: BoardDocument }
  /** A step to another document. */
  | { readonly type: "replace"; readonly document: BoardDocument }
  | { readonly type: "begin"; readonly document: BoardDocument };

/** Steps that can be undone. */
const STEPS = 100;

export function begun(document: BoardDocument): History {
  return { past: [], now: document, future: [], run: null };
}

export function historyAfter(history: History, act: Act): History {
  const { past, now, future, run } = history;
  switch (act.type) {
    case "edit": {
      const next = edited(now, act.edit);
      if (next === now) return history;
      const isGoingOn = act.run !== undefined && act.run === run;
      return { ...(isGoingOn ? { ...history, future: [] } : stepped(history)), now: next, run: act.run ?? null };
    }
    case "replace":
      return { ...stepped(history), now: act.document };
    case "undo": {
      const before = past.at(-1);
      return before ? { past: past.slice(0, -1), now: before, future: [now, ...future], run: null } : history;
    }
    case "redo": {
      const [after, ...rest] = future;
      return after ? { past: [...past, now], now: after, future: rest, run: null } : history;
    }
    case "rest":
      return run === null ? history : { ...history, run: null };
    case "cancel": {
      const before = past.at(-1);
      return before && run === act.run ? { past: past.slice(0, -1), now: before, future: [], run: null } : history;
    }
    case "rebase": {
      const over = (mine: BoardDocument) => merge(act.from, mine, act.to).document;
      return { past: past.map(over), now: over(now), future: future.map(over), run: null };
    }
    case "begin":
      return begun(act.document);
  }
}

function stepped({ past, now }: History): History {
  return { past: [...past, now].slice(-STEPS), now, future: [], run: null };
}
