import { readFileSync } from "node:fs";
import * as z from "zod/mini";

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

const opening = z.object({ recorded: z.string(), scale: z.number() });
const series = z.object({ kind: z.enum(["metrics", "kernel"]), names: z.array(z.string()) });
const commit = z.object({ hash: z.string(), at: z.number(), subject: z.string(), changed: z.array(z.number()) });
const listing = z.object({ kind: z.literal("files"), paths: z.array(z.string()) });
const onePackage = z.object({
  path: z.string(),
  version: z.string(),
  license: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  dependencies: z.optional(z.record(z.string(), z.string())),
});
export type RecordedPackage = z.infer<typeof onePackage>;

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
  const { recorded, scale } = opening.parse(lines[0]);
  const begins = (kind: string) =>
    lines.findIndex((line) => z.safeParse(z.object({ kind: z.literal(kind) }), line).success);
  const [kernel, files, packages] = ["kernel", "files", "packages"].map(begins) as [number, number, number];
  return {
    day: recorded,
    metrics: readings(lines.slice(1, kernel), scale),
    kernel: readings(lines.slice(kernel, files), scale),
    commits: commits(lines.slice(files, packages)),
    packages: lines.slice(packages + 1).map((line) => onePackage.parse(line)),
  };
}

/** Each line holds the growth since the one before: [name's index, growth, …]. */
function readings([head, ...lines]: unknown[], scale: number): Reading[] {
  const { names } = series.parse(head);
  const sums = names.map(() => 0);
  return lines.map((line) => {
    for (const [at, growth] of inPairs(z.array(z.number()).parse(line))) sums[at] = (sums[at] ?? 0) + growth;
    return new Map(names.map((name, i) => [name, (sums[i] ?? 0) / scale]));
  });
}

/** Each line holds the files that a commit changed: [path's index, size or -1, …]. */
function commits([head, ...lines]: unknown[]): Commit[] {
  const { paths } = listing.parse(head);
  let files: ReadonlyMap<string, number> = new Map();
  return lines.map((line) => {
    const { changed, ...rest } = commit.parse(line);
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
