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
    const all = `${slugOf("metrics")}.*`;
    return {
      schema: 1,
      title: "Metrics",
      panels: arrange([
        {
          height: 14,
          weights: [2, 1],
          panels: [
            { id: "all", type: "table", title: "All metrics", keys: [all] },
            { id: "sources", type: "status", title: "Sources" },
          ],
        },
      ]),
    };
  },
};
