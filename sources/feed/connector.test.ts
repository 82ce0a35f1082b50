import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isObject } from "../../core/json";
import type { StreamEvent } from "../../core/protocol/parts";
import type { EgressRequest, Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { firstLook } from "../testing/first-look";
import { matching } from "../testing/matching";
import { oneAnswer } from "../testing/one-answer";
import { feed } from "./connector";

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

function settings(more: Record<string, unknown> = {}) {
  const parsed = feed.parseSettings({ url: "https://news.example/feed", ...more });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.settings;
}

const read = (text: string, look: Look = firstLook, more: Record<string, unknown> = {}, contentType = "text/xml") =>
  feed.read(settings(more), oneAnswer({ ok: true, status: 200, contentType, text }), look);

function eventsOf(outcome: Outcome<unknown>) {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.appends?.[0]?.events ?? [];
}

interface Story {
  readonly id: string;
  /** Day of November 2026. */
  readonly day?: number;
}

function rss(stories: readonly Story[]): string {
  const items = stories.map(({ id, day }) => {
    const date = day === undefined ? "" : `<pubDate>${new Date(Date.UTC(2026, 10, day)).toUTCString()}</pubDate>`;
    return `<item><title>${id}</title><guid>${id}</guid>${date}</item>`;
  });
  return `<rss version="2.0"><channel><title>T</title>${items.join("")}</channel></rss>`;
}

/** A stream that is read into again and again, as the store does it. */
function reader(keep: number) {
  let held: StreamEvent[] = [];
  let id = 0;
  return async (stories: readonly Story[]): Promise<string[]> => {
    const look: Look = { ...firstLook, held: (path) => (path === "items" ? { value: held, at: 0 } : undefined) };
    const events = eventsOf(await read(rss(stories), look, { keep }));
    held = [...held, ...events.map(({ at = look.now(), data }) => ({ id: ++id, at, data }))].slice(-keep);
    return events.map(({ data }) => (isObject(data) && typeof data.text === "string" ? data.text : ""));
  };
}

describe("[FE1] what an item becomes", () => {
  test("RSS: its words as plain text, its link if it is one, oldest first", async () => {
    const outcome = await read(fixture("stories.rss"));
    expect(outcome).toMatchObject({ readings: [], appends: [{ path: "items", meta: { kind: "stream", keep: 100 } }] });
    expect(eventsOf(outcome)).toEqual([
      { data: { text: "Notice", id: "javascript:alert(1)" } },
      {
        at: Date.UTC(2026, 10, 20, 17),
        data: { text: "Second berth open", url: "https://news.example/2", id: "https://news.example/2" },
      },
      {
        at: Date.UTC(2026, 10, 21, 9, 30),
        data: {
          text: "Third & last crane tested",
          url: "https://news.example/3",
          by: "Ada",
          summary: "It lifted 40 t .",
          id: "story-3",
        },
      },
    ]);
  });

  test.each([
    [
      "releases.atom",
      [
        {
          text: "v1.2.0 & friends",
          url: "https://code.example/v1.2.0",
          by: "grace",
          summary: "Faster Smaller",
          id: "tag:code.example,2026:v1.2.0",
        },
      ],
    ],
    [
      "notes.json",
      [
        { text: "Worth reading", url: "https://else.example/a", by: "Lin", id: "1" },
        { text: "A note without a title.", id: "2" },
      ],
    ],
    ["events.rdf", [{ text: "Still here", url: "https://old.example/1", by: "Bo", id: "https://old.example/1" }]],
  ])("%s", async (name, items) => {
    expect(eventsOf(await read(fixture(name))).map(({ data }) => data)).toEqual(items);
  });

  test("an item that is dated ahead has the time of the refresh", async () => {
    expect(eventsOf(await read(rss([{ id: "a", day: 30 }])))).toMatchObject([{ at: firstLook.now() }]);
  });

  test("the most that is kept fits into a stream, whatever is in it", async () => {
    const long = "語".repeat(30_000);
    const items = Array.from(
      { length: 400 },
      (_, i) =>
        `<item><title>${long}</title><guid>${i}${long}</guid><author>${long}</author><link>https://a.example/${"x".repeat(480)}</link><description>${long}x</description></item>`,
    );
    const outcome = await read(
      `<rss version="2.0"><channel><title>T</title>${items.join("")}</channel></rss>`,
      firstLook,
      { keep: 400 },
    );
    expect(eventsOf(outcome)).toHaveLength(400);
    expect(new TextEncoder().encode(JSON.stringify(eventsOf(outcome))).length).toBeLessThan(1_048_576 - 400 * 40);
  });
});

describe("[FE2] each item once", () => {
  test("what the stream holds is not appended again, whatever order the feed is in", async () => {
    const next = reader(10);
    expect(
      await next([
        { id: "b", day: 2 },
        { id: "a", day: 1 },
      ]),
    ).toEqual(["a", "b"]);
    expect(
      await next([
        { id: "c", day: 3 },
        { id: "b", day: 2 },
        { id: "a", day: 1 },
      ]),
    ).toEqual(["c"]);
    expect(await next([{ id: "a", day: 1 }, { id: "d" }, { id: "c", day: 3 }])).toEqual(["d"]);
    expect(await next([])).toEqual([]);
  });

  test("an old one that the feed still names when it has left the stream does not come back", async () => {
    const next = reader(2);
    const pinned = { id: "pinned", day: 1 };
    await next([pinned, { id: "b", day: 2 }]);
    expect(await next([pinned, { id: "d", day: 4 }, { id: "c", day: 3 }, { id: "b", day: 2 }])).toEqual(["c", "d"]);
    expect(await next([pinned, { id: "d", day: 4 }, { id: "c", day: 3 }])).toEqual([]);
  });

  test("one that comes late is taken while there is room", async () => {
    const next = reader(3);
    await next([{ id: "b", day: 5 }]);
    expect(
      await next([
        { id: "late", day: 1 },
        { id: "b", day: 5 },
      ]),
    ).toEqual(["late"]);
  });

  test("of more than are kept, the newest; of two with one id, the first", async () => {
    expect(
      await reader(2)([
        { id: "c", day: 3 },
        { id: "b", day: 2 },
        { id: "a", day: 1 },
      ]),
    ).toEqual(["b", "c"]);
    expect(await reader(5)([{ id: "a" }, { id: "a" }])).toEqual(["a"]);
  });

  test("a feed that says it has not changed is not read again", async () => {
    const asked: EgressRequest[] = [];
    const answers = [
      {
        ok: true,
        status: 200,
        contentType: "",
        text: rss([{ id: "a" }]),
        headers: { etag: '"7"', "last-modified": "yesterday" },
      },
      { ok: true, status: 304, contentType: "", text: "" },
    ] as const;
    const egress = {
      get: async (request: EgressRequest) => (asked.push(request), answers[asked.length - 1] ?? answers[1]),
    };
    const first = await feed.read(settings(), egress, firstLook);
    const second = await feed.read(settings(), egress, firstLook, first.ok ? first.kept : undefined);
    expect(asked[1]?.headers).toMatchObject({ "if-none-match": '"7"', "if-modified-since": "yesterday" });
    expect(second).toMatchObject({ ok: true, unchanged: true, readings: [], kept: { "if-none-match": '"7"' } });
  });
});

describe("[FE3] what is no feed", () => {
  test.each([
    ["a web page", "<!doctype html><title>x</title>", "text/html", /web page/],
    ["other JSON", '{"a":1}', "application/json", /neither RSS nor Atom/],
    ["other XML", "<svg/>", "image/svg+xml", /neither/],
    ["nothing", "", "text/xml", /neither/],
  ])("%s", async (_, text, contentType, words) => {
    expect(await read(text, firstLook, {}, contentType)).toMatchObject({
      failure: { code: "bad_body", message: matching(words) },
    });
  });

  test("entities that a document defines are not filled in", async () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + rss([{ id: "x" }]).replace("x</title>", "&b;</title>");
    const outcome = await read(bomb);
    expect(JSON.stringify(outcome)).not.toContain("haha");
  });

  test.each(["<a>".repeat(200_000), "<".repeat(1_000_000), `${"<item>".repeat(50_000)}`])(
    "a hostile one costs little",
    async (text) => {
      await read(
        `<rss version="2.0"><channel><title>T</title><item><title>${text}</title></item><item>${text}</item></channel></rss>`,
      );
    },
    5_000,
  );
});
