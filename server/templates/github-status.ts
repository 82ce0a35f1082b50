import { arrange, stats } from "./arrange";
import type { Template } from "./template";

/** By GitHub's status page: githubstatus.com/api. */
export const githubStatus: Template = {
  slug: "github-status",
  title: "GitHub status",
  about: "Whether GitHub works, part by part",
  icon: "status",
  asks: [],
  sources: () => [
    {
      slug: "github",
      name: "GitHub status",
      kind: "http-json",
      interval: 60_000,
      settings: {
        url: "https://www.githubstatus.com/api/v2/summary.json",
        mapping: [
          { path: "status", expression: "status.description" },
          { path: "impact", expression: "status.indicator" },
          { path: "incidents", expression: "length(incidents)", label: "Open incidents" },
          { path: "incident", expression: "incidents[0].name", label: "Latest open incident" },
          {
            path: "ailing",
            expression: "length(components[?status != 'operational'])",
            label: "Parts that do not work fully",
          },
          {
            path: "parts",
            expression: "components[?!starts_with(name, 'Visit ')]",
            id: "name",
            value: "status",
          },
        ],
      },
    },
  ],
  shows: { path: "status", name: "Now" },
  board: (slugOf) => {
    const at = (path: string) => `${slugOf("github")}.${path}`;
    return {
      schema: 1,
      title: "GitHub status",
      panels: arrange([
        stats(
          {
            id: "incidents",
            title: "Open incidents",
            key: at("incidents"),
            thresholds: [{ above: 1, level: "warning" }],
          },
          { id: "ailing", title: "Parts in trouble", key: at("ailing"), thresholds: [{ above: 1, level: "warning" }] },
        ),
        {
          height: 7,
          weights: [7, 5],
          panels: [
            { id: "parts", type: "grid", title: "Parts", keys: [at("parts.*")] },
            { id: "now", type: "table", title: "In words", keys: [at("status"), at("impact"), at("incident")] },
          ],
        },
        {
          height: 4,
          panels: [{ id: "sources", type: "status", title: "Sources" }],
        },
      ]),
    };
  },
};
