import { decodeHTML } from "entities";
import { parseFeed } from "feedsmith";

/** An item as its event holds it. `text`: its title, or the beginning of what it says. */
export interface Item {
  /** What tells it from all others, by the feed's own word where it has one. */
  readonly id: string;
  readonly text: string;
  readonly url: string | undefined;
  readonly by: string | undefined;
  readonly summary: string | undefined;
  /** When it was published, in milliseconds since 1970; undefined where it does not say. */
  readonly at: number | undefined;
}

export class NotFeed extends Error {}

type Feed = ReturnType<typeof parseFeed<string>>;
type Raw = Partial<Record<"id" | "title" | "url" | "by" | "html" | "date", string | undefined>>;

/** The items of a feed in its order. Throws NotFeed for what is none. */
export function itemsOf(text: string): Item[] {
  return rawItems(parsed(text)).map(itemOf);
}

function parsed(text: string): Feed {
  try {
    return parseFeed(text);
  } catch (cause) {
    throw new NotFeed("not a feed", { cause });
  }
}

function rawItems(found: Feed): Raw[] {
  switch (found.format) {
    case "rss":
      return (found.feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        by: item.authors?.[0]?.name ?? item.dc?.creators?.[0],
        html: item.description ?? item.content?.encoded,
        date: item.pubDate ?? item.dc?.dates?.[0],
      }));
    case "atom":
      return (found.feed.entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        url: (entry.links?.find(({ rel = "alternate" }) => rel === "alternate") ?? entry.links?.[0])?.href,
        by: entry.authors?.[0]?.name,
        html: entry.summary?.value ?? entry.content?.value,
        date: entry.published ?? entry.updated,
      }));
    case "rdf":
      return (found.feed.items ?? []).map((item) => ({
        id: item.rdf?.about,
        title: item.title,
        url: item.link,
        by: item.dc?.creators?.[0],
        html: item.description,
        date: item.dc?.dates?.[0],
      }));
    case "json":
      return (found.feed.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url ?? item.external_url,
        by: item.authors?.[0]?.name,
        html: item.summary ?? item.content_text ?? item.content_html,
        date: item.date_published ?? item.date_modified,
      }));
  }
}

/** 400 items of these lengths stay under the megabyte that a stream holds, whatever letters they are of. */
const MOST = { id: 300, text: 200, url: 500, by: 60, summary: 200 } as const;

function itemOf({ id, title, url, by, html, date }: Raw): Item {
  const said = plainText(html ?? "");
  const text = plainText(title ?? "") || said || url || "(no title)";
  const at = Date.parse(date ?? "");
  return {
    id: (id || url || `${text} ${date ?? ""}`).slice(0, MOST.id),
    text: clip(text, MOST.text),
    // A longer one cut would lead elsewhere.
    url: url !== undefined && url.length <= MOST.url && /^https?:\/\//i.test(url) ? url : undefined,
    by: by && clip(plainText(by), MOST.by),
    summary: said === "" || said === text ? undefined : clip(said, MOST.summary),
    at: Number.isNaN(at) ? undefined : at,
  };
}

/** What a reader of a page would see, on one line. It is shown as text, never as HTML. */
function plainText(html: string): string {
  const bare = html
    .slice(0, 20_000)
    .replace(/<(script|style)\b[^<]*<\/\1>/gi, " ")
    .replace(/<[^<>]*>/g, " ");
  return decodeHTML(bare).replace(/\s+/g, " ").trim();
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
