import { expect, inject, test } from "vitest";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { realEgress, realReads } from "../testing/real-reads";
import { prometheusQuery } from "./connector";

const { server } = inject("prometheus");

test("[PQ2] a real server that scrapes itself and an exporter", async () => {
  const queries = [
    "up = up",
    "targets = count(up)",
    'cpu = 100 * (1 - avg(rate(node_cpu_seconds_total{mode="idle"}[10s]))) # %',
    "none = nothing_like_it",
  ];
  const found = await realReads(prometheusQuery, { url: server, queries, labels: ["job"] }, realEgress())();
  expect(Object.fromEntries([...found].map(([path, { value }]) => [path, typeof value]))).toEqual({
    cpu: "number",
    none: "object",
    targets: "number",
    "up.node": "number",
    "up.prometheus": "number",
  });
  expect([found.get("targets")?.value, found.get("cpu")?.meta.unit]).toEqual([2, "%"]);
  expect(found.get("cpu")?.value).toBeGreaterThanOrEqual(0);
});

test("[PQ2] a range of it", async () => {
  const found = await realReads(
    prometheusQuery,
    { url: server, queries: ["up = up"], labels: ["job"], range: 1 },
    realEgress(),
  )();
  expect(found.get("up.node")?.value).toContainEqual({ at: matching(/^20\d\d-.*Z$/), value: 1 });
});

test("[PQ3] what it says against a query", async () => {
  const parsed = prometheusQuery.parseSettings({ url: server, queries: ["x = up{"] });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  expect(await prometheusQuery.read(parsed.settings, realEgress(), firstLook)).toMatchObject({
    ok: false,
    failure: { code: "bad_mapping", message: matching(/^The query “x”: invalid parameter "query"/) },
  });
});
