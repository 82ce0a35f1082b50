import { readFileSync } from "node:fs";
import * as v from "valibot";

/** The readings of one second: name → value. */
export type Reading = ReadonlyMap<string, number>;
export interface Commit {
  readonly hash: string;
  readonly at: number;
  readonly subject: string;
  /** Path → size in bytes of every file after this commit. */
  readonly files: ReadonlyMap<string, number>;
  readonly touched: readonly string[];
}

const opening = v.object({ recorded: v.string(), scale: v.number() });
const series = v.object({ kind: v.picklist(["metrics", "kernel"]), names: v.array(v.string()) });
const commit = v.object({ hash: v.string(), at: v.number(), subject: v.string(), changed: v.array(v.number()) });
const listing = v.object({ kind: v.literal("files"), paths: v.array(v.string()) });
const onePackage = v.object({
  path: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
  dev: v.optional(v.boolean()),
  dependencies: v.optional(v.record(v.string(), v.string())),
});
export type RecordedPackage = v.InferOutput<typeof onePackage>;

/** What `bench/record-diff.mjs` wrote, spread out again. */
export interface Recorded {
  readonly day: string;
  readonly metrics: readonly Reading[];
  readonly kernel: readonly Reading[];
  readonly commits: readonly Commit[];
  readonly packages: readonly RecordedPackage[];
}

export function readRecorded(): Recorded {
  const text = readFileSync(new URL("./recorded.ndjson", import.meta.url), "utf8");
  const lines: unknown[] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { recorded, scale } = v.parse(opening, lines[0]);
  const begins = (kind: string) => lines.findIndex((line) => v.is(v.object({ kind: v.literal(kind) }), line));
  const [kernel, files, packages] = ["kernel", "files", "packages"].map(begins) as [number, number, number];
  return {
    day: recorded,
    metrics: readings(lines.slice(1, kernel), scale),
    kernel: readings(lines.slice(kernel, files), scale),
    commits: commits(lines.slice(files, packages)),
    packages: lines.slice(packages + 1).map((line) => v.parse(onePackage, line)),
  };
}

/** Each line holds the growth since the one before: [name's index, growth, …]. */
function readings([head, ...lines]: unknown[], scale: number): Reading[] {
  const { names } = v.parse(series, head);
  const sums = names.map(() => 0);
  return lines.map((line) => {
    for (const [at, growth] of inPairs(v.parse(v.array(v.number()), line))) sums[at] = (sums[at] ?? 0) + growth;
    return new Map(names.map((name, i) => [name, (sums[i] ?? 0) / scale]));
  });
}

/** Each line holds the files that a commit changed: [path's index, size or -1, …]. */
function commits([head, ...lines]: unknown[]): Commit[] {
  const { paths } = v.parse(listing, head);
  let files: ReadonlyMap<string, number> = new Map();
  return lines.map((line) => {
    const { changed, ...rest } = v.parse(commit, line);
    const now = new Map(files);
    const touched = inPairs(changed).map(([at, size]) => {
      const path = paths[at] ?? "";
      if (size < 0) now.delete(path);
      else now.set(path, size);
      return path;
    });
    files = now;
    return { ...rest, files: now, touched };
  });
}

function inPairs(numbers: readonly number[]): [number, number][] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0]);
}
