import { arrange, lines, stats } from "./arrange";
import type { Template } from "./template";

/** Events of magnitude 2.5 and more of the past day, by the U.S. Geological Survey: earthquake.usgs.gov/earthquakes/feed. */
const URL = "https://earthquake.usgs.gov/earthquakes/feed/v1.0/summary/2.5_day.geojson";

export const earthquakes: Template = {
  slug: "earthquakes",
  title: "Earthquakes",
  about: "The past day, by the U.S. Geological Survey",
  icon: "quake",
  asks: [],
  sources: () => [
    {
      slug: "quakes",
      name: "USGS earthquakes",
      kind: "http-json",
      interval: 60_000,
      settings: {
        url: URL,
        mapping: [
          { path: "count", expression: "metadata.count", label: "Magnitude 2.5 and more" },
          { path: "largest", expression: "max(features[].properties.mag)", unit: "M", label: "Largest" },
          {
            path: "strong",
            expression: "length(features[?properties.mag >= `4.5`])",
            label: "Magnitude 4.5 and more",
          },
          { path: "warned", expression: "length(features[?properties.tsunami == `1`])", label: "With a tsunami note" },
          { path: "latest.magnitude", expression: "max_by(features, &properties.time).properties.mag", unit: "M" },
          { path: "latest.place", expression: "max_by(features, &properties.time).properties.place" },
          {
            path: "strongest.place",
            expression: "max_by(features[?properties.mag != null], &properties.mag).properties.place",
          },
        ],
      },
    },
  ],
  shows: { path: "largest", name: "Largest today" },
  board: (slugOf) => {
    const at = (path: string) => `${slugOf("quakes")}.${path}`;
    return {
      schema: 1,
      title: "Earthquakes",
      panels: arrange([
        stats(
          { id: "largest", title: "Largest, past day", key: at("largest") },
          { id: "count", title: "Magnitude 2.5 and more", key: at("count") },
          { id: "strong", title: "Magnitude 4.5 and more", key: at("strong") },
          { id: "latest", title: "Latest", key: at("latest.magnitude") },
        ),
        lines(
          {
            id: "counts",
            title: "Earthquakes in a day",
            series: [
              { key: at("count"), name: "2.5 and more" },
              { key: at("strong"), name: "4.5 and more" },
            ],
            min: 0,
          },
          {
            id: "latest-magnitudes",
            title: "Magnitude of the latest",
            series: [{ key: at("latest.magnitude") }],
            min: 0,
          },
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
