import { arrange } from "./arrange";
import type { Template } from "./template";

/** Anything that exposes metrics in the Prometheus text format: which ones is not known before. */
export const metricsEndpoint: Template = {
  slug: "metrics",
  title: "Metrics endpoint",
  about: "Any exporter in the Prometheus text format",
  icon: "chart",
  asks: [{ name: "url", label: "Address", placeholder: "http://localhost:9100/metrics" }],
  sources: ({ url = "" }) => [
    { slug: "metrics", name: "Metrics", kind: "prometheus-scrape", interval: 5_000, settings: { url: url.trim() } },
  ],
  board: (slugOf) => {
    const slug = slugOf("metrics");
    const chosen = `${slug}.$metric`;
    return {
      schema: 1,
      title: "Metrics",
      variables: [{ name: "metric", label: "Metric", type: "keys", pattern: `${slug}.*` }],
      panels: arrange([
        {
          height: 7,
          panels: [
            { id: "value", type: "line", title: "$metric", series: [{ key: chosen }] },
            // What a counter counts says less than how fast it does.
            {
              id: "rate",
              type: "line",
              title: "$metric a second, where it counts up",
              series: [{ key: `= rate({${chosen}})` }],
              min: 0,
            },
          ],
        },
        {
          height: 14,
          weights: [2, 1],
          panels: [
            { id: "all", type: "table", title: "All metrics", keys: [`${slug}.*`] },
            { id: "sources", type: "status", title: "Sources" },
          ],
        },
      ]),
    };
  },
};
