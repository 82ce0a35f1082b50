import * as v from "valibot";
import { boardDocument } from "../../core/boards/document";
import { starterBoard } from "../starter-board";
import type { Template } from "./template";

/** What a new workspace begins with where an exporter reads this machine. */
export const machine: Template = {
  slug: "machine",
  title: "This machine",
  about: "Processor, memory, disk and network of the server",
  icon: "machine",
  asks: [],
  sources: () => [
    {
      slug: "node",
      name: "This machine",
      kind: "prometheus-scrape",
      interval: 2_000,
      settings: { url: "upstream:machine", prefix: "machine_" },
    },
  ],
  shows: { path: "cpu_usage_percent", name: "Processor now" },
  // Keys stand in quotes, or in the braces of a formula.
  board: (slugOf) =>
    v.parse(
      boardDocument,
      JSON.parse(JSON.stringify(starterBoard).replaceAll(/(?<=["{])node\./g, `${slugOf("node")}.`)),
    ),
};
