import type { Json } from "../../core/json";
import type { Commit, Reading } from "./recorded";

/** [[second, value], …] of one reading, as a chart has it. */
export function window(readings: readonly Reading[], name: string, from: number, length: number): number[][] {
  return readings.slice(from, from + length).map((one, i) => [from + i, one.get(name) ?? 0]);
}

/** The counters that grew most in this second, the fastest first. */
export function ranked(readings: readonly Reading[], i: number, count: number): { id: string; rate: number }[] {
  const [before, now] = [readings[i - 1], readings[i]];
  return [...(now ?? [])]
    .map(([id, value]) => ({ id, rate: Math.abs(value - (before?.get(id) ?? 0)) }))
    .sort((a, b) => b.rate - a.rate || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}

/** The files that were changed last, the newest first. */
export function recent(commits: readonly Commit[], i: number, count: number): Json[] {
  const seen = new Map<string, number>();
  for (const { touched, at } of commits.slice(0, i + 1).reverse()) {
    for (const path of touched) if (!seen.has(path)) seen.set(path, at);
  }
  const files = commits[i]?.files;
  return [...seen]
    .filter(([path]) => files?.has(path))
    .slice(0, count)
    .map(([id, at]) => ({ id, size: files?.get(id) ?? 0, at }));
}

/** The files below a folder as rows. */
export function fileRows(commit: Commit | undefined, folder: string): Json[] {
  return [...(commit?.files ?? [])]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 120)
    .map(([id, size]) => ({
      id,
      name: id.slice(id.lastIndexOf("/") + 1),
      type: id.slice(id.lastIndexOf(".") + 1),
      size,
    }));
}

type Directory = Map<string, Directory | number>;

/** A folder with what is in it, as members of objects or as rows of arrays, all the way down. */
export function directories(commit: Commit | undefined, folder: string, way: "members" | "rows"): Json {
  const root: Directory = new Map();
  for (const [path, size] of commit?.files ?? []) {
    if (path.startsWith(`${folder}/`)) put(root, path.split("/").slice(1), size);
  }
  return way === "members" ? asMembers(root) : asRows(root);
}

function put(directory: Directory, [name = "", ...rest]: string[], size: number): void {
  if (rest.length === 0) return void directory.set(name, size);
  const held = directory.get(name);
  const inner: Directory = held instanceof Map ? held : new Map();
  directory.set(name, inner);
  put(inner, rest, size);
}

function asMembers(directory: Directory): Json {
  return Object.fromEntries(
    [...directory].map(([name, held]) => [
      name,
      held instanceof Map ? { type: "directory", children: asMembers(held) } : { type: "file", size: held },
    ]),
  );
}

function asRows(directory: Directory): Json {
  return [...directory].map(([key, held]) =>
    held instanceof Map ? { key, type: "directory", children: asRows(held) } : { key, type: "file", size: held },
  );
}

/** A commit as a line of a log. */
export function line({ hash, subject }: Commit): string {
  return `${hash} ${subject}`;
}
