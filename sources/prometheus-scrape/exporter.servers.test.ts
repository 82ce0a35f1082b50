import { expect, inject, test } from "vitest";
import { realEgress, realReads } from "../testing/real-reads";
import { prometheusScrape } from "./connector";

const { server, exporter } = inject("prometheus");

test("[PS1] a real exporter: its gauges, its counters as rates, and units", async () => {
  const read = realReads(prometheusScrape, { url: exporter, prefix: "node_" }, realEgress());
  const idleNow = async () => (await read()).get("cpu_seconds_per_second.0.idle");
  await expect.poll(async () => (await idleNow())?.value).toBeGreaterThanOrEqual(0);
  const found = await read();
  expect(found.size).toBeGreaterThan(300);
  expect(found.get("load1")?.value).toBeGreaterThanOrEqual(0);
  expect(found.get("memory_MemTotal_bytes")).toMatchObject({ meta: { unit: "bytes", kind: "series" } });
  const idle = found.get("cpu_seconds_per_second.0.idle");
  expect(idle).toMatchObject({ meta: { unit: "ratio" } });
  expect(idle?.value).toBeGreaterThanOrEqual(0);
  expect(idle?.value).toBeLessThan(1.5);
});

test("[PS2] a real server's histograms", async () => {
  const found = await realReads(
    prometheusScrape,
    { url: `${server}/metrics`, include: ["prometheus_http_*"] },
    realEgress(),
  )();
  const quantiles = [...found].filter(([path]) => path.startsWith("prometheus_http_request_duration_seconds_p99."));
  expect(quantiles.length).toBeGreaterThan(0);
  expect(quantiles[0]?.[1]).toMatchObject({ meta: { unit: "s" } });
  expect(quantiles[0]?.[1].value).toBeGreaterThan(0);
});
