import type { Json } from "../../core/json";
import type { Connector, Egress, EgressReply, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { isEvents } from "../../core/streams/is-events";
import { checkSettings } from "../check-settings";
import { failed } from "../failure";
import { type Item, itemsOf, NotFeed } from "./items";
import { newItems } from "./new-items";
import { type FeedSettings, feedSettings } from "./settings";

const ACCEPT = "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5";

/** By what the last answer is known again (RFC 9110, 8.8), as the headers of the next question. */
type Validators = Readonly<Record<string, string>>;

/** Reads RSS, Atom, RDF or JSON Feed into one stream, `items`, each item once. */
export const feed: Connector<FeedSettings, Validators> = {
  kind: "feed",
  parseSettings: (settings) => checkSettings(feedSettings, settings),
  read,
};

async function read(
  settings: FeedSettings,
  egress: Egress,
  look: Look,
  kept: Validators = {},
): Promise<Outcome<Validators>> {
  const { url, timeout, maxBytes, keep } = settings;
  const reply = await egress.get({ url, timeout, maxBytes, headers: { accept: ACCEPT, ...kept } });
  if (!reply.ok) return reply;
  if (reply.status === 304) return { ok: true, readings: [], unchanged: true, kept };
  const items = parsed(reply.text);
  if (items === null) return failed("bad_body", notThat(reply.contentType));
  const held = look.held("items")?.value ?? [];
  const fresh = newItems(items, isEvents(held) ? held : [], keep);
  const now = look.now();
  const events = fresh.map((item) => ({
    ...(item.at === undefined ? {} : { at: Math.min(item.at, now) }),
    data: dataOf(item),
  }));
  const meta = { kind: "stream", keep } as const;
  return { ok: true, readings: [], appends: [{ path: "items", events, meta }], kept: validatorsOf(reply) };
}

function parsed(text: string): Item[] | null {
  try {
    return itemsOf(text);
  } catch (error) {
    if (error instanceof NotFeed) return null;
    throw error;
  }
}

function notThat(contentType: string): string {
  if (contentType.startsWith("text/html")) {
    return "The address answers with a web page. Its feed has an address of its own, often linked at the bottom.";
  }
  return "The answer is neither RSS nor Atom nor JSON Feed.";
}

function dataOf({ text, url, by, summary, id }: Item): Json {
  return { text, ...(url && { url }), ...(by && { by }), ...(summary && { summary }), id };
}

function validatorsOf({ headers = {} }: Extract<EgressReply, { ok: true }>): Validators {
  const { etag, "last-modified": modified } = headers;
  return { ...(etag && { "if-none-match": etag }), ...(modified && { "if-modified-since": modified }) };
}
