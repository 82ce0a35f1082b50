import type { Json, JsonObject } from "../../core/json";
import type { Reading, Recorded } from "./recorded";
import { fileRows, line, ranked, recent, window } from "./shapes";
import { spaced, steps, type Two } from "./spaced";

const lengthOf = (value: Json) => (Array.isArray(value) ? value.length : 0);
const names = (readings: readonly Reading[]) => [...(readings[0]?.keys() ?? [])];

function listings({ commits }: Recorded): Two[] {
  const folders = [
    "app/components",
    "app/live",
    "core/hub",
    "core/store",
    "server",
    "scripts",
    "e2e",
    "sources",
    "docs",
  ];
  return folders.flatMap((folder) =>
    [1, 3].flatMap((by) => steps(commits.length, by, (i) => fileRows(commits[i], folder))),
  );
}

export function grown(recorded: Recorded): Two[] {
  const { commits, metrics, packages } = recorded;
  const rows = packages
    .slice(0, 120)
    .map(({ path, version, license }) => ({ key: path, version, license: license ?? null }));
  return [
    ...spaced(
      listings(recorded).filter(([before, after]) => lengthOf(after) > lengthOf(before)),
      70,
    ),
    ...spaced(
      names(metrics).flatMap((name) =>
        [1, 4].map((by): Two => [window(metrics, name, 0, 90), window(metrics, name, 0, 90 + by)]),
      ),
      30,
    ),
    ...spaced(
      steps(commits.length, 2, (i) =>
        commits
          .slice(Math.max(0, i - 60), i + 1)
          .map(line)
          .reverse(),
      ),
      30,
    ),
    ...spaced(
      steps(100, 2, (i) => rows.filter((_, at) => (at * 37) % 100 < i)),
      30,
    ),
  ];
}

export function shrunk(recorded: Recorded): Two[] {
  const { metrics, packages, commits } = recorded;
  const rows = packages
    .slice(0, 120)
    .map(({ path, version, license }) => ({ id: path, version, license: license ?? null }));
  return [
    ...spaced(
      listings(recorded)
        .filter(([before, after]) => lengthOf(after) > lengthOf(before))
        .map(([a, b]): Two => [b, a]),
      70,
    ),
    ...spaced(
      names(metrics).flatMap((name) =>
        [1, 7, 12].map((by): Two => [window(metrics, name, 0, 90), window(metrics, name, by, 90 - by)]),
      ),
      30,
    ),
    ...spaced(
      ["MIT", "Apache-2.0", "ISC"].flatMap((one) =>
        steps(rows.length - 60, 6, (i) => rows.slice(i, i + 60)).map(
          ([all]): Two => [all, (all as JsonObject[]).filter(({ license }) => license !== one)],
        ),
      ),
      30,
    ),
    ...spaced(
      steps(60, 3, (i) => commits.slice(i, 80).map(line)),
      30,
    ),
  ];
}

export function sorted({ kernel, commits, packages }: Recorded): Two[] {
  const columns = ["version", "license", "path"] as const;
  const slices = Array.from({ length: 20 }, (_, i) => packages.slice(i * 25, i * 25 + 50));
  const resorted = slices.flatMap((slice) =>
    columns.map((column): Two => {
      const rows = slice.map(({ path, version, license }) => ({ id: path, version, license: license ?? "" }));
      const by = column === "path" ? "id" : column;
      return [rows, rows.toSorted((a, b) => (a[by] < b[by] ? 1 : -1))];
    }),
  );
  return [
    ...spaced(
      steps(kernel.length - 1, 1, (i) => ranked(kernel, i + 1, 40)),
      60,
    ),
    ...spaced(
      steps(commits.length, 1, (i) => recent(commits, i, 60)),
      60,
    ),
    ...spaced(resorted, 30),
    ...spaced(
      slices.map(
        (slice): Two => [
          slice.map(({ path }) => path),
          slice.map(({ path }) => path).toSorted((a, b) => a.length - b.length),
        ],
      ),
      20,
    ),
  ];
}

export function shifted({ metrics, kernel, commits }: Recorded): Two[] {
  const sliding = (readings: readonly Reading[], length: number, by: number) =>
    names(readings).flatMap((name) =>
      spaced(
        steps(readings.length - length, by, (i) => window(readings, name, i, length)),
        3,
      ),
    );
  const together = (i: number) =>
    metrics.slice(i, i + 60).map((one, at) => ({
      at: i + at,
      cpu: one.get("cpu_usage_percent") ?? 0,
      load: one.get("load1") ?? 0,
      memory: one.get("memory_used_bytes") ?? 0,
    }));
  const provisional = (i: number) => [
    ...window(metrics, "load1", i, 60),
    [i + 60, (metrics[i + 60]?.get("cpu_usage_percent") ?? 0) / 2],
  ];
  const newest = (i: number) =>
    commits
      .slice(i, i + 30)
      .reverse()
      .map(({ hash, at, subject }) => ({ hash, at, subject }));
  return [
    ...spaced(sliding(metrics, 60, 1), 40),
    ...spaced(sliding(kernel, 120, 5), 30),
    ...spaced(
      sliding(metrics, 60, 1).map(
        ([a, b]): Two => [(a as number[][]).map(([, v]) => v ?? 0), (b as number[][]).map(([, v]) => v ?? 0)],
      ),
      20,
    ),
    ...spaced(steps(metrics.length - 60, 1, together), 30),
    ...spaced(steps(metrics.length - 61, 1, provisional), 20),
    ...spaced(steps(commits.length - 30, 1, newest), 30),
  ];
}
