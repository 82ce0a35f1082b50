import { arrange, lines, stats } from "./arrange";
import type { Answers, PlannedSource, SlugOf, Template } from "./template";

const MOST = 4;

/** Addresses that a person names, each looked at by a source of its own. */
export const websiteHealth: Template = {
  slug: "website-health",
  title: "Website and API health",
  about: "Addresses you name: whether they answer, and how soon",
  icon: "pulse",
  asks: [
    { name: "first", label: "Address", placeholder: "https://example.com" },
    { name: "second", label: "Second address, if there is one", placeholder: "https://api.example.com/health" },
    { name: "third", label: "Third address, if there is one" },
    { name: "fourth", label: "Fourth address, if there is one" },
  ],
  sources,
  shows: { path: "latency", name: "Time to answer" },
  board: (slugOf, answers) => ({ schema: 1, title: "Website and API health", panels: panels(slugOf, answers) }),
};

function sources({ first = "", second = "", third = "", fourth = "" }: Answers): PlannedSource[] {
  const addresses = [first, ...[second, third, fourth].filter((one) => one !== "")].slice(0, MOST);
  return addresses.map((url, i) => ({
    slug: i === 0 ? "site" : `site-${i + 1}`,
    name: nameOf(url, addresses),
    kind: "http-check",
    interval: 30_000,
    settings: { url },
  }));
}

function panels(slugOf: SlugOf, answers: Answers) {
  const sites = sources(answers).map(({ slug, name }) => ({ slug: slugOf(slug), name }));
  return arrange([
    stats(...sites.map(({ slug, name }) => ({ id: slug, title: name, key: `${slug}.latency` }))),
    lines({
      id: "latencies",
      title: "Time to answer, ms",
      series: sites.map(({ slug, name }) => ({ key: `${slug}.latency`, name })),
      min: 0,
    }),
    {
      height: 8,
      weights: [4, 5, 3],
      panels: [
        { id: "up", type: "grid", title: "Up", keys: sites.map(({ slug }) => `${slug}.up`) },
        { id: "state", type: "table", title: "What is wrong", keys: sites.map(({ slug }) => `${slug}.problem`) },
        { id: "sources", type: "status", title: "Sources" },
      ],
    },
  ]);
}

/** The host says enough in a list, unless several addresses are of it; what is no address is refused where it is asked. */
function nameOf(url: string, all: readonly string[]): string {
  const host = hostOf(url);
  const isShared = all.filter((one) => hostOf(one) === host).length > 1;
  return (host === undefined ? url || "Site" : isShared ? url.replace(/^\w+:\/\//, "") : host).slice(0, 100);
}

const hostOf = (url: string) => URL.parse(url)?.host;
