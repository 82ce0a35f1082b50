import type { Json } from "../json";
import { Draft } from "./draft";
import { Misfit } from "./misfit";
import type { Operation, Patch } from "./operation";

/** A patch that does not fit its base. Whoever gets it asks for the whole value; nobody guesses. */
export type Applied = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string };

/**
 * The value after the patch. `before` is never changed; what the patch does not touch keeps its reference, so a screen
 * repaints only what did. Fails as a whole: there is no half-applied value.
 */
export function apply(before: Json, patch: Patch): Applied {
  const draft = new Draft(before);
  try {
    for (const operation of patch) applyOne(draft, operation);
    return { ok: true, value: draft.value };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, reason: error.message };
    throw error;
  }
}

function applyOne(draft: Draft, operation: Operation): void {
  switch (operation.op) {
    case "add":
      return draft.insert(operation.path, operation.value);
    case "replace":
      return draft.replace(operation.path, operation.value);
    case "remove":
      draft.remove(operation.path);
      return;
    case "move": {
      if (operation.path === "") throw new Misfit("nothing moves to the root");
      return draft.insert(operation.path, draft.remove(operation.from));
    }
  }
}
