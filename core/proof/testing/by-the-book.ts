import type { Operation } from "../../delta/operation";
import type { Json } from "../../json";
import { violated } from "./violated";

type Container = Record<string, Json> | Json[];

/** RFC 6902 as it is written: on a copy, one operation after the other, with no thought for references or speed. */
export function patched(before: Json, patch: readonly Operation[]): Json {
  const root: { value: Json } = { value: structuredClone(before) };
  for (const one of patch) {
    if (one.op === "move") put(root, one.path, take(root, one.from), "add");
    else if (one.op === "remove") take(root, one.path);
    else put(root, one.path, structuredClone(one.value), one.op);
  }
  return root.value;
}

function put(root: { value: Json }, path: string, value: Json, op: "add" | "replace"): void {
  const [parent, token] = place(root, path);
  if (!Array.isArray(parent)) {
    if (op === "replace" && !Object.hasOwn(parent, token)) misfit(path);
    parent[token] = value;
    return;
  }
  const index = token === "-" ? parent.length : Number(token);
  if (!(index <= parent.length - (op === "replace" ? 1 : 0))) misfit(path);
  parent.splice(index, op === "replace" ? 1 : 0, value);
}

function take(root: { value: Json }, path: string): Json {
  const [parent, token] = place(root, path);
  const value = Array.isArray(parent) ? parent[Number(token)] : parent[token];
  if (value === undefined) misfit(path);
  if (Array.isArray(parent)) parent.splice(Number(token), 1);
  else delete parent[token];
  return value;
}

/** The container that holds the path's end, and the name it has there. */
function place(root: { value: Json }, path: string): [Container, string] {
  const tokens = ["value", ...path.split("/").slice(1)].map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = tokens.pop() ?? "";
  let at: Json = root;
  for (const token of tokens) {
    const inner: Json | undefined = Array.isArray(at)
      ? (at as Json[])[Number(token)]
      : (at as Record<string, Json>)[token];
    if (typeof inner !== "object" || inner === null) misfit(path);
    at = inner;
  }
  return [at as Container, last];
}

function misfit(path: string): never {
  violated("I11", `a patch goes to ${path}, where nothing is`);
}
