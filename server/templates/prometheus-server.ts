import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

/**
 * What nearly every Prometheus server knows: whether its targets answer, and of node exporters how their machines are.
 * One value for each instance, whatever other labels a version or a second job adds.
 */
const queries = [
  "up = sum(up)",
  "down = count(up == 0) or vector(0)",
  "targets = count(up)",
  'cpu = 100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[2m]))) # %',
  "memory = 100 * (1 - max by (instance) (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)) # %",
  "load = max by (instance) (node_load1)",
  "samples = sum by (instance) (rate(prometheus_tsdb_head_samples_appended_total[2m])) # /s",
];

export const prometheusServer: Template = {
  slug: "prometheus",
  title: "Prometheus server",
  about: "Targets up and down, and the machines it watches, by PromQL",
  icon: "chart",
  asks: [{ name: "url", label: "Address", placeholder: "http://localhost:9090" }],
  sources: ({ url = "" }) => [
    {
      slug: "prom",
      name: "Prometheus",
      kind: "prometheus-query",
      interval: 15_000,
      settings: { url, queries, labels: ["instance"] },
    },
  ],
  shows: { path: "up", name: "Targets up" },
  board: (slugOf) => {
    const at = (path: string) => `${slugOf("prom")}.${path}`;
    return {
      schema: 1,
      title: "Prometheus",
      panels: arrange([
        stats(
          { id: "up", title: "Targets up", key: at("up"), of: at("targets") },
          { id: "down", title: "Targets down", key: at("down"), thresholds: [{ above: 1, level: "warning" }] },
        ),
        lines(
          { id: "cpu", title: "Processor, %", series: [{ key: at("cpu.*"), name: "cpu" }], min: 0, max: 100 },
          { id: "memory", title: "Memory, %", series: [{ key: at("memory.*"), name: "memory" }], min: 0, max: 100 },
        ),
        lines(
          { id: "load", title: "Load, 1 min", series: [{ key: at("load.*"), name: "load" }], min: 0 },
          { id: "samples", title: "Samples taken in, /s", series: [{ key: at("samples.*") }], min: 0, area: true },
        ),
        {
          height: 7,
          weights: [2, 1],
          panels: [
            { id: "all", type: "table", title: "All figures", keys: [at("*")] },
            { id: "sources", type: "status", title: "Sources" },
          ],
        },
      ]),
    };
  },
};
