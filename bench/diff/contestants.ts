import fastJsonPatch from "fast-json-patch";
import { create } from "jsondiffpatch";
import * as jsonPatch from "jsondiffpatch/formatters/jsonpatch";
import microdiff, { type Difference } from "microdiff";
import { applyPatch, createPatch } from "rfc6902";
import { apply } from "../../core/delta/apply";
import { diff } from "../../core/delta/diff";
import { pointer } from "../../core/delta/pointer";
import type { Json } from "../../core/json";

/** One way to find a difference, apply it, and write it as RFC 6902 operations. */
export interface Contestant {
  readonly name: string;
  /** Finds the difference and applies it. `target` is a copy of `before`, which all but ours change in place. */
  readonly run: (before: Json, after: Json, target: Json) => Json;
  readonly operations: (before: Json, after: Json) => unknown[];
  /** Applies the operations to a copy of its own: what they lead to. */
  readonly check: (target: Json, operations: unknown[]) => Json;
}

export const OURS = "core/delta";

const delta: Contestant = {
  name: OURS,
  run: (before, after) => {
    const over = apply(before, diff(before, after) ?? []);
    return over.ok ? over.value : null;
  },
  operations: (before, after) => [...(diff(before, after) ?? [])],
  check: (target, operations) => {
    const over = apply(target, operations as never);
    return over.ok ? over.value : null;
  },
};

const fast: Contestant = {
  name: "fast-json-patch",
  run: (before, after, target) =>
    fastJsonPatch.applyPatch(target, fastJsonPatch.compare(before as object, after as object)).newDocument,
  operations: (before, after) => fastJsonPatch.compare(before as object, after as object),
  check: (target, operations) => fastJsonPatch.applyPatch(target, operations as never).newDocument,
};

const rfc: Contestant = {
  name: "rfc6902",
  run: (before, after, target) => {
    applyPatch(target, createPatch(before, after));
    return target;
  },
  operations: (before, after) => createPatch(before, after),
  check: (target, operations) => {
    applyPatch(target, operations as never);
    return target;
  },
};

const patcher = create({
  objectHash: (item) => {
    const { id, key } = item as { id?: string; key?: string };
    return id ?? key;
  },
});

/** Timed with its own delta and patch, which is faster than its RFC 6902 form; the bytes are those of that form. */
const jsonDiffPatch: Contestant = {
  name: "jsondiffpatch",
  run: (before, after, target) => patcher.patch(target, patcher.diff(before, after)) as Json,
  operations: (before, after) => jsonPatch.format(patcher.diff(before, after)),
  check: (target, operations) => {
    jsonPatch.patch(target, operations as never);
    return target;
  },
};

const quick = (before: Json, after: Json) => microdiff(before as [], after as [], { cyclesFix: false });

/** It has no apply and a format of its own: this is the least that applies it. What it removes of an array is its end. */
function applyMicrodiff(target: Json, differences: readonly Difference[]): Json {
  const gone: [parent: Record<string, unknown>, name: string][] = [];
  for (const difference of differences) {
    const { path } = difference;
    const last = path.length - 1;
    let parent = target as unknown as Record<string, unknown>;
    for (let i = 0; i < last; i++) parent = parent[String(path[i])] as Record<string, unknown>;
    if (difference.type === "REMOVE") gone.push([parent, String(path[last])]);
    else parent[String(path[last])] = difference.value;
  }
  for (const [parent, name] of gone.reverse()) {
    if (Array.isArray(parent)) parent.length = Number(name);
    else delete parent[name];
  }
  return target;
}

function asOperations(differences: readonly Difference[]): unknown[] {
  const lasting = differences.filter(({ type }) => type !== "REMOVE");
  const gone = differences.filter(({ type }) => type === "REMOVE").reverse();
  return [...lasting, ...gone].map((difference) => {
    const path = pointer(difference.path);
    if (difference.type === "REMOVE") return { op: "remove", path };
    return { op: difference.type === "CREATE" ? "add" : "replace", path, value: difference.value };
  });
}

const micro: Contestant = {
  name: "microdiff",
  run: (before, after, target) => applyMicrodiff(target, quick(before, after)),
  operations: (before, after) => asOperations(quick(before, after)),
  check: fast.check,
};

export const contestants: readonly Contestant[] = [delta, fast, rfc, jsonDiffPatch, micro];
