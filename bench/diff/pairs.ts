import type { Json } from "../../core/json";
import { grown, shifted, shrunk, sorted } from "./arrays";
import { type Recorded, readRecorded } from "./recorded";
import { directories, line, ranked, window } from "./shapes";
import { spaced, steps, type Two } from "./spaced";

export interface Pair {
  readonly shape: string;
  readonly before: Json;
  readonly after: Json;
}
function deep({ commits }: Recorded): Two[] {
  const inside = (value: Json): Json => ({
    board: { panels: [{ id: "files", source: { settings: { answer: value } } }] },
  });
  const both = ["members", "rows"] as const;
  return both.flatMap((way) =>
    ["core", "app", "server", "workers", "scripts"].flatMap((folder) =>
      spaced(
        [1, 3].flatMap((by) => steps(commits.length, by, (i) => inside(directories(commits[i], folder, way)))),
        17,
      ),
    ),
  );
}

function mixed({ metrics, kernel, commits }: Recorded): Two[] {
  const board = (i: number) => {
    const one = commits[Math.min(Math.floor(i / 2), commits.length - 1)];
    return {
      at: i,
      metrics: Object.fromEntries(metrics[i + 60] ?? []),
      top: ranked(kernel, i + 1, 15),
      load: window(metrics, "load1", i, 60),
      files: { count: one?.files.size ?? 0, bytes: [...(one?.files.values() ?? [])].reduce((a, b) => a + b, 0) },
      log: commits
        .slice(Math.max(0, i / 2 - 10), i / 2)
        .map(line)
        .reverse(),
    };
  };
  return [
    ...spaced(steps(metrics.length - 61, 1, board), 60),
    ...spaced(steps(metrics.length - 61, 5, board), 30),
    ...spaced(
      steps(kernel.length, 1, (i) => Object.fromEntries(kernel[i] ?? [])),
      40,
    ),
    ...spaced(
      steps(metrics.length, 1, (i) => [...(metrics[i] ?? [])].map(([key, value]) => ({ key, value }))),
      40,
    ),
  ];
}

/** The 1,000 pairs. All the same in each run; nothing in `after` is shared with `before`. */
export function recordedPairs(): Pair[] {
  const recorded = readRecorded();
  const shapes = { grown, shrunk, sorted, shifted, deep, mixed };
  return Object.entries(shapes).flatMap(([shape, make]) =>
    make(recorded).map(([before, after]) => ({ shape, before: parsed(before), after: parsed(after) })),
  );
}

/** As it comes over a wire. */
function parsed(value: Json): Json {
  return JSON.parse(JSON.stringify(value));
}

/** 50 kB in 500 rows, one field of which changes. */
export function fieldPairs(): Pair[] {
  const states = ["running", "waiting", "failed", "done"];
  const rows = (changed: number) =>
    Array.from({ length: 500 }, (_, id) => ({
      id,
      name: `job ${id * 7919}`,
      state: states[id % 4] ?? "",
      host: `worker-${id % 20}.example`,
      cpu: id === changed ? -1 : (id * 37) % 100,
      at: 1_700_000_000_000 + id,
    }));
  return Array.from({ length: 20 }, (_, i) => ({
    shape: "one field of 50 kB",
    before: parsed(rows(-1)),
    after: parsed(rows(i * 25)),
  }));
}
