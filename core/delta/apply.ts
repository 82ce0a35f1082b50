import { isArray, isObject, type Json, type JsonObject } from "../json";
import type { Operation, Patch } from "./operation";
import { parseIndex, parsePointer } from "./pointer";

/** A patch that does not fit its base. Whoever gets it asks for the whole value; nobody guesses. */
export type Applied = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string };

class Misfit extends Error {}

/**
 * The value after the patch. `before` is never changed; what the patch does not touch keeps its reference, so a screen
 * repaints only what did. Fails as a whole: there is no half-applied value.
 */
export function apply(before: Json, patch: Patch): Applied {
  try {
    return { ok: true, value: patch.reduce(applyOne, before) };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, reason: error.message };
    throw error;
  }
}

function applyOne(value: Json, operation: Operation): Json {
  const tokens = tokensOf(operation.path);
  switch (operation.op) {
    case "add":
      return edit(
        value,
        tokens,
        (parent, token) => inserted(parent, token, operation.value),
        () => operation.value,
      );
    case "replace":
      return edit(
        value,
        tokens,
        (parent, token) => replaced(parent, token, operation.value),
        () => operation.value,
      );
    case "remove":
      return edit(value, tokens, removed, misfit("the whole value cannot be removed"));
    case "move": {
      const from = tokensOf(operation.from);
      const moved = from.reduce(member, value);
      const without = edit(value, from, removed, misfit("the whole value cannot be moved"));
      return edit(
        without,
        tokens,
        (parent, token) => inserted(parent, token, moved),
        misfit("nothing moves to the root"),
      );
    }
  }
}

/** Copies the containers along the path and lets `change` make the last one anew. */
function edit(
  value: Json,
  tokens: readonly string[],
  change: (parent: Json, token: string) => Json,
  atRoot: () => Json,
): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return atRoot();
  if (rest.length === 0) return change(value, token);
  return replaced(value, token, edit(member(value, token), rest, change, atRoot));
}

function member(parent: Json, token: string): Json {
  if (isArray(parent)) return parent[indexIn(parent, token, parent.length - 1)] as Json;
  if (!isObject(parent) || !Object.hasOwn(parent, token)) throw new Misfit(`there is no ${token}`);
  return parent[token] as Json;
}

function inserted(parent: Json, token: string, value: Json): Json {
  if (isArray(parent))
    return parent.toSpliced(token === "-" ? parent.length : indexIn(parent, token, parent.length), 0, value);
  if (!isObject(parent)) throw new Misfit(`nothing can be added at ${token}`);
  return { ...parent, [token]: value };
}

function replaced(parent: Json, token: string, value: Json): Json {
  const before = member(parent, token);
  if (Object.is(before, value)) return parent;
  if (isArray(parent)) return parent.with(indexIn(parent, token, parent.length - 1), value);
  return { ...(parent as JsonObject), [token]: value };
}

function removed(parent: Json, token: string): Json {
  member(parent, token);
  if (isArray(parent)) return parent.toSpliced(indexIn(parent, token, parent.length - 1), 1);
  const { [token]: _, ...rest } = parent as JsonObject;
  return rest;
}

function indexIn(array: readonly Json[], token: string, last: number): number {
  const index = parseIndex(token);
  if (index === null || index > last) throw new Misfit(`there is no element ${token} of ${array.length}`);
  return index;
}

function tokensOf(path: string): string[] {
  const tokens = parsePointer(path);
  if (tokens === null) throw new Misfit("a path is not a JSON pointer, or goes where none may");
  return tokens;
}

function misfit(reason: string): () => never {
  return () => {
    throw new Misfit(reason);
  };
}
