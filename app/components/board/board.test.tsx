import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeAll, expect, test } from "vitest";
import type { BoardDocument } from "../../../core/boards/document";
import { boardPatterns } from "../../../core/boards/patterns";
import type { FirstPaint } from "../../../core/live-object";
import type { KeyState } from "../../../core/protocol/snapshot";
import type { SourceState } from "../../../core/sources/state";
import { LiveProvider } from "../../live/provider";
import { seed } from "../../live/seed";
import { panelCode } from "../panels/panel-code";
import { Board } from "./board";

beforeAll(() => Promise.all([panelCode.table.load(), panelCode.line.load(), panelCode.status.load()]));

const now = Date.UTC(2026, 10, 21, 12);
const document: BoardDocument = {
  schema: 1,
  title: "Test",
  panels: [
    {
      id: "second",
      type: "line",
      title: "Traffic",
      place: { x: 0, y: 3, w: 8, h: 7 },
      series: [{ key: "n.rx", name: "In" }],
    },
    { id: "first", type: "stat", title: "Memory", place: { x: 0, y: 0, w: 2, h: 3 }, key: "n.used", of: "n.total" },
    { id: "third", type: "table", title: "All", place: { x: 8, y: 3, w: 4, h: 7 }, keys: ["n.*"] },
    { id: "fourth", type: "status", title: "Sources", place: { x: 0, y: 10, w: 4, h: 5 } },
    { id: "text", type: "line", title: "Version", place: { x: 4, y: 10, w: 4, h: 5 }, series: [{ key: "n.version" }] },
    { id: "new", type: "stat", title: "New", place: { x: 8, y: 10, w: 2, h: 3 }, key: "later.x" },
    { id: "gone", type: "stat", title: "Gone", place: { x: 10, y: 10, w: 2, h: 3 }, key: "n.nothing" },
  ],
};
const viewing = { boardId: "b1", userId: "u1" };
const GIB = 1024 ** 3;
const value = (key: string, held: KeyState["value"], more: Partial<KeyState> = {}): KeyState => ({
  key,
  rev: 1,
  at: now - 1_000,
  value: held,
  meta: { kind: "value" },
  ...more,
});

/** The board as the server writes it, its one source in this state and last looked at so long ago. */
function page(source: SourceState, age: number): string {
  const bytes = { kind: "series", unit: "bytes" } as const;
  const paint: FirstPaint = {
    cursor: "abcdefgh:1",
    full: true,
    values: [
      value("n.used", 11.8 * GIB, {
        meta: bytes,
        points: [
          [now - 60_000, 11.5 * GIB],
          [now - 1_000, 11.8 * GIB],
        ],
      }),
      value("n.total", 32 * GIB, { meta: { kind: "value", unit: "bytes" } }),
      value("n.rx", 30, {
        meta: { kind: "series", unit: "bytes/s" },
        points: [
          [now - 600_000, 10],
          [now - 1_000, 30],
        ],
      }),
      value("n.version", "2.14.0"),
      value("$sources.n", { ...source }),
    ],
    removed: [],
    checked: { n: now - age },
    due: { n: now + 42_000 },
    now,
  };
  const queryClient = new QueryClient();
  seed(queryClient, "w", paint, boardPatterns(document, viewing));
  const element = (
    <QueryClientProvider client={queryClient}>
      <LiveProvider workspaceId="w" slug="w">
        <Board document={document} range={900_000} mayRetry mayWrite {...viewing} patterns={[]} />
      </LiveProvider>
    </QueryClientProvider>
  );
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

const panel = (html: string, id: string) =>
  new RegExp(`<section[^>]*data-panel="${id}".*?</section>`).exec(html)?.[0] ?? "";
const state = (html: string, id: string) => /data-state="(\w+)"/.exec(panel(html, id))?.[1];
const ok: SourceState = { state: "ok", name: "Node", interval: 2_000, keys: 4 };
const broken: SourceState = {
  state: "failing",
  name: "Node",
  interval: 2_000,
  failure: { code: "upstream_status", message: "Upstream answered 503" },
  lastGood: now - 38 * 60_000,
};

test("without a script the page has values, units, ages, rows and lines", () => {
  const html = page(ok, 1_000);
  expect(panel(html, "first")).toContain("11.8");
  expect(panel(html, "first")).toContain("of 32 GiB");
  expect(panel(html, "first")).toContain(">+0.3</b> GiB in 59 s");
  expect(panel(html, "first")).toContain(">1 s</time>");
  expect(panel(html, "second")).toContain(`d="M333,667L999,0"`);
  expect(panel(html, "second")).toContain("<caption>Traffic, last 15 min</caption>");
  expect(panel(html, "third").match(/<tr data-index/g)).toHaveLength(4);
  expect(panel(html, "fourth")).toContain("Fresh");
});

test("what drifted is told on each panel that shows it, and on no other", () => {
  const drift = [{ path: "used", message: "the answer has no “mem.used”", since: now - 240_000 }];
  const html = page({ state: "ok", name: "Node", interval: 2_000, keys: 4, drift }, 1_000);
  for (const id of ["first", "third"]) {
    expect(panel(html, id)).toContain("n.used: the answer has no “mem.used”.");
    expect(panel(html, id)).toContain("Last good value, for 4 min");
  }
  for (const id of ["second", "text", "new"]) expect(panel(html, id)).not.toContain("data-drift");
});

test("panels stand in reading order", () => {
  const ids = [...page(ok, 1_000).matchAll(/data-panel="(\w+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["first", "second", "third", "fourth", "text", "new", "gone"]);
});

test("each panel says its own state", () => {
  const html = page(ok, 1_000);
  expect(state(html, "first")).toBe("fresh");
  expect(state(html, "text")).toBe("error");
  expect(panel(html, "text")).toContain("A line needs a number");
  expect(state(html, "new")).toBe("loading");
  expect(state(html, "gone")).toBe("empty");
});

test("a late source is named late, a stale one keeps its dimmed value and says when it was good", () => {
  expect(panel(page(ok, 12_000), "first")).toContain("Late 12 s");
  const old = panel(page(ok, 14 * 60_000), "first");
  expect(old).toContain("Stale 14 min");
  expect(old).toContain("data-old");
  expect(old).toContain("11.8");
  expect(old).toContain("Last good 11:46");
});

test("a failing source gives reason, last good, next try and a way to ask again, and keeps the value", () => {
  const html = panel(page(broken, 38 * 60_000), "first");
  expect(html).toContain("Upstream answered 503");
  expect(html).toContain("Last good 38 min ago");
  expect(html).toContain("next try 0:42");
  expect(html).toContain('aria-label="Retry Node"');
  expect(html).toContain("11.8");
});
