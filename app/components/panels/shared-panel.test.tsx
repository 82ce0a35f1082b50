import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, test } from "vitest";
import type { Json } from "../../../core/json";
import type { FoundKeys } from "../../../core/keys/found-keys";
import type { FirstPaint } from "../../../core/live-object";
import { cacheKeys } from "../../live/cache-keys";
import type { LiveValue } from "../../live/live-value";
import { LiveProvider } from "../../live/provider";
import { seed } from "../../live/seed";
import { ReaderProvider } from "../format/reader-provider";
import { followedQuery } from "../people/use-followed-first";
import { BoardContext, type BoardScope } from "./board-context";
import DiscussionPanel from "./discussion/discussion-panel";
import EventsPanel from "./events/events-panel";
import FollowedPanel from "./followed/followed-panel";
import { CrosshairStore } from "./line/crosshair-store";
import ListPanel from "./list/list-panel";
import NotePanel from "./note/note-panel";

const now = Date.UTC(2026, 10, 21, 12);
const place = { x: 0, y: 0, w: 4, h: 6 };
const scope: BoardScope = {
  range: 900_000,
  mayRetry: false,
  boardId: "b1",
  title: "Test",
  patterns: [],
  userId: "u1",
  mayWrite: true,
  crosshair: new CrosshairStore(),
};

/** What the search among followed keys found: the last of them is not live yet. */
const following: FoundKeys = {
  asked: "",
  sort: "name",
  pattern: null,
  from: 0,
  total: 9_000,
  all: 10_000,
  sources: [],
  followed: [
    ["t.a", 1],
    ["t.b.*", 8_999],
    ["t.gone", 0],
  ],
  keys: [
    { key: "t.a", kind: "value", value: 1, at: 1, unit: null, label: null },
    { key: "t.b.x", kind: "value", value: 2, at: 1, unit: null, label: null },
    { key: "t.b.y", kind: "value", value: 43, at: 1, unit: null, label: null },
  ],
};

/** A panel as the server writes it, over these values; `gapAt`: of a stream, the event before which others were missed. */
function drawn(panel: ReactElement, values: Record<string, Json>, gapAt?: number): string {
  const queryClient = new QueryClient();
  const states = Object.entries(values).map(([key, value]) => {
    const kind = key.startsWith("s.") ? ("stream" as const) : ("value" as const);
    return { key, value, rev: 1, at: now - 1_000, meta: { kind } };
  });
  const ok = { key: "$sources.s", value: { state: "ok", name: "S", interval: null, keys: 1 }, rev: 1, at: now };
  const paint: FirstPaint = {
    cursor: "abcdefgh:1",
    full: true,
    values: [...states, { ...ok, meta: { kind: "value" } }],
    removed: [],
    checked: {},
    due: {},
    now,
  };
  seed(queryClient, "w", paint, []);
  queryClient.setQueryData(followedQuery(""), following);
  if (gapAt !== undefined) {
    queryClient.setQueryData<LiveValue>(cacheKeys.live("w", "s.log"), (held) => held && { ...held, gapAt });
  }
  const element = (
    <QueryClientProvider client={queryClient}>
      <LiveProvider workspaceId="w" slug="w">
        <ReaderProvider reader={{ locale: "en-GB", timeZone: "UTC" }}>
          <BoardContext value={scope}>{panel}</BoardContext>
        </ReaderProvider>
      </LiveProvider>
    </QueryClientProvider>
  );
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

const list = <ListPanel panel={{ id: "p", type: "list", title: "To do", place, key: "s.todo" }} />;
const events = <EventsPanel panel={{ id: "p", type: "events", title: "Log", place, key: "s.log" }} />;
const discussion = <DiscussionPanel panel={{ id: "p", type: "discussion", title: "Talk", place }} />;
const followed = <FollowedPanel panel={{ id: "p", type: "followed", title: "Mine", place }} />;
const note = <NotePanel panel={{ id: "p", type: "note", title: "Note", place, key: "s.note" }} />;
const count = (html: string, part: string) => html.split(part).length - 1;

test("a list of none, one and a thousand rows; before a script runs nothing of it can be changed", () => {
  expect(drawn(list, {})).toContain("Nothing on the list");
  const one = drawn(list, { "s.todo": [{ id: "a", text: "<b>milk</b>", done: true }] });
  expect(one).toContain("&lt;b&gt;milk&lt;/b&gt;");
  expect(one).toMatch(/role="checkbox" aria-checked="true"[^>]*disabled=""/);
  expect(one).not.toContain("<form");
  const rows = Array.from({ length: 1_000 }, (_, i) => ({ id: `r${i}`, text: `row ${i}`, done: false }));
  expect(count(drawn(list, { "s.todo": rows }), "<li")).toBe(1_000);
});

test("a key that holds something else is said to", () => {
  expect(drawn(list, { "s.todo": { a: 1 } })).toContain("This key holds no list");
  expect(drawn(note, { "s.note": 1 })).toContain("This key holds no text");
  expect(drawn(events, { "s.log": "text" })).toContain("This key holds no events");
});

test("events in their order: texts, messages with what goes with them, JSON; before a script runs the newest forty; a gap is told", () => {
  const event = (id: number, data: Json) => ({ id, at: now - 10_000 + id, data });
  const html = drawn(events, {
    "s.log": [event(1, "first"), event(2, { status: 502, text: "Mail is down" }), event(3, [1, 2])],
  });
  expect(html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toMatch(/first .* Mail is down status=502 .* \[1,2\]/);
  expect(html).not.toContain("has not seen");
  const many = Array.from({ length: 510 }, (_, i) => event(i + 1, `event ${i}`));
  expect(count(drawn(events, { "s.log": many }, 509), "<li")).toBe(40);
  expect(drawn(events, { "s.log": many }, 509)).toContain("this page has not seen");
  expect(drawn(events, { "s.log": [] })).toContain("No events yet");
});

test("a discussion: who, when, what; own mentions stand out; what an editor took away leaves its place", () => {
  const by = { id: "u2", name: "Grace Hopper" };
  const html = drawn(discussion, {
    "$rooms.b1": [
      {
        id: 1,
        by,
        at: now - 60_000,
        text: "Hello @Ada, <i>you</i>",
        mentions: [{ id: "u1", name: "Ada" }],
        edited: now,
      },
      { id: 2, by, at: now - 30_000, text: "", removed: { id: "u1", name: "Ada" } },
    ],
    "$presence.b1": [{ ...by, since: now, places: [{}] }],
  });
  expect(html).toMatch(/<span class="[^"]*bg-selected[^"]*">@Ada<\/span>, &lt;i&gt;you/);
  expect(html).toContain("11:59, edited");
  expect(html).toContain("Removed by Ada");
  expect(html).toContain("1 person here");
  expect(drawn(discussion, {})).toContain("Nothing said yet");
});

test("followed keys: one by one, by pattern, and those that are not there", () => {
  expect(drawn(followed, {})).toContain("You follow no keys yet");
  const html = drawn(followed, { "$followed.u1": ["t.a", "t.b.*", "t.gone"], "t.a": 41, "t.b.x": 42 });
  expect(html).toContain("The first 3.");
  expect(html).toContain("All 9000 keys");
  expect(html).toContain("No such key");
  for (const value of ["41", "42", "43"]) expect(html).toContain(`>${value}<`);
});
