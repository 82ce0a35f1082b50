import { arrange } from "./arrange";
import type { Template } from "./template";

/** The front page as the site's own feed has it. */
export const hackerNews: Template = {
  slug: "hacker-news",
  title: "Hacker News",
  about: "The front page, each story once",
  icon: "news",
  asks: [],
  sources: () => [
    {
      slug: "hn",
      name: "Hacker News",
      kind: "feed",
      interval: 300_000,
      settings: { url: "https://news.ycombinator.com/rss" },
    },
  ],
  shows: { path: "items", name: "Stories" },
  board: (slugOf) => ({
    schema: 1,
    title: "Hacker News",
    panels: arrange([
      {
        height: 18,
        weights: [2, 1],
        panels: [
          { id: "stories", type: "events", title: "Front page", key: `${slugOf("hn")}.items` },
          { id: "sources", type: "status", title: "Sources" },
        ],
      },
    ]),
  }),
};
