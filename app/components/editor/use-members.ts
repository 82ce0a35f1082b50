import * as v from "valibot";
import { type Panel, panel as panelSchema } from "../../../core/boards/document";
import { pathOf } from "../../../core/schema/path-of";
import { plainWords } from "../../../core/schema/plain-words";
import type { Session } from "./use-edit-session";

export interface Members {
  /** A member as the panel has it. */
  readonly get: (name: string) => unknown;
  /** Puts a value in, or takes the member away (undefined). Why it cannot be, by the document's schema; or null. */
  readonly set: (name: string, value: unknown) => string | null;
  readonly replace: (panel: Panel) => void;
  readonly rest: () => void;
}

/** The members of one panel, each of which is checked by the document's schema before it goes into the board. */
export function useMembers(panel: Panel, session: Session): Members {
  const held = new Map<string, unknown>(Object.entries(panel));
  return {
    get: (name) => held.get(name),
    set: (name, value) => {
      const all = [...held].filter(([one]) => one !== name);
      const next = Object.fromEntries(value === undefined ? all : [...all, [name, value]]);
      const parsed = v.safeParse(panelSchema, next, plainWords);
      if (!parsed.success) {
        const [issue] = parsed.issues;
        return wordsOf(pathOf(issue).slice(1), issue.message);
      }
      session.edit({ type: "panel", panel: parsed.output }, `${panel.id} ${name}`);
      return null;
    },
    replace: (next) => session.edit({ type: "panel", panel: next }),
    rest: () => session.act({ type: "rest" }),
  };
}

/** `[1].name: …`; nothing in front where the member itself is meant. */
function wordsOf(path: readonly (string | number)[], message: string): string {
  const text = path.map((part) => (typeof part === "number" ? `${part + 1}` : part)).join(", ");
  return text === "" ? message : `${text}: ${message}`;
}
