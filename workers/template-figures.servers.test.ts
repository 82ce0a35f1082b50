import { expect, inject, test } from "vitest";
import { metricsEndpoint } from "../server/templates/metrics-endpoint";
import { prometheusServer } from "../server/templates/prometheus-server";
import { prometheusQuery } from "../sources/prometheus-query/connector";
import { prometheusScrape } from "../sources/prometheus-scrape/connector";
import { realEgress, realReads } from "../sources/testing/real-reads";

const { server, exporter } = inject("prometheus");

test("the template of a Prometheus server fits one as it is: each machine's figures once", async () => {
  const found = await Promise.all(
    prometheusServer
      .sources({ url: server })
      .map(({ settings }) => realReads(prometheusQuery, settings, realEgress())()),
  );
  const [values] = found;
  expect([values?.get("up")?.value, values?.get("down")?.value, values?.get("targets")?.value]).toEqual([2, 0, 2]);
  const names = [...(values?.keys() ?? [])].map((path) => path.slice(0, path.indexOf(".")));
  for (const name of ["cpu", "memory", "load", "samples"]) expect(names.filter((one) => one === name)).toHaveLength(1);
});

test("that of a metrics endpoint fits a node exporter", async () => {
  const found = await Promise.all(
    metricsEndpoint
      .sources({ url: exporter })
      .map(({ settings }) => realReads(prometheusScrape, settings, realEgress())()),
  );
  expect(found[0]?.size).toBeGreaterThan(50);
});
