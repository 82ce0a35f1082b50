import { isObject, type Json } from "../../../core/json";
import { isEvents } from "../../../core/streams/is-events";
import type { FaultSubject } from "../../testing/fault-subject";

const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;
const item = (name: string) => `<title>${name}</title><guid>${name}</guid>`;

/** The newest item that is called by a number. */
function newest(held: Json): Json | undefined {
  if (!isEvents(held)) return undefined;
  const numbers = held.map(({ data }) => (isObject(data) ? Number(data.text) : Number.NaN));
  return numbers.findLast((one) => Number.isFinite(one));
}

export const feedFaults: FaultSubject = {
  kind: "feed",
  settings: (url) => ({ url, keep: 50 }),
  contentType: "application/rss+xml",
  good: (value) => rss(item(String(value))),
  path: "items",
  numberIn: newest,
  bad: {
    "other XML": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "other JSON": '{"items":1}',
    "a name that means something to an object": rss(`${item("2")}<__proto__>x</__proto__>`),
  },
  shapes: [
    rss(item("1")),
    rss(item("2"), item("1")),
    rss(),
    rss(item("3"), item("3"), "<title/>"),
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"x","title":"4"}]}',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>y</id><title>5</title></entry></feed>',
    "",
  ],
  poisoned: {
    "a title of 1 MB": rss(item("2"), `<title>${"k".repeat(1_000_000)}</title>`),
    "a title with a NUL, dots and a face": rss(item("2"), item("\u0000..\u{1f600}")),
    "half a character": rss(item("2"), item("&#xD83D;")),
    "a date that is none": rss(item("2"), `${item("x")}<pubDate>yesterday</pubDate>`),
    "a date beyond all clocks": rss(item("2"), `${item("x")}<pubDate>Sat, 21 Nov 99999 10:00:00 GMT</pubDate>`),
  },
};
