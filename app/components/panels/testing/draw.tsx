import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import type { Json } from "../../../../core/json";
import type { FirstPaint } from "../../../../core/live-object";
import type { KeyMeta, Point } from "../../../../core/protocol/parts";
import type { SourceState } from "../../../../core/sources/state";
import { LiveProvider } from "../../../live/provider";
import { seed } from "../../../live/seed";
import { ReaderProvider } from "../../format/reader-provider";
import { BoardContext, type BoardScope } from "../board-context";
import { CrosshairStore } from "../line/crosshair-store";
import { formulaCode } from "../values/formula-code";

await formulaCode.load();

export const now = Date.UTC(2026, 10, 21, 12);

const scope: BoardScope = {
  range: 900_000,
  mayRetry: true,
  boardId: "b1",
  title: "Test",
  patterns: [],
  userId: "u1",
  mayWrite: true,
  crosshair: new CrosshairStore(),
};
const ok: SourceState = { state: "ok", name: "S", interval: 2_000, keys: 1 };

interface Drawn {
  /** Keys of the source `s`, as they are. */
  readonly values: Readonly<Record<string, Json>>;
  readonly meta?: Readonly<Record<string, KeyMeta>>;
  readonly points?: Readonly<Record<string, Point[]>>;
  readonly source?: SourceState;
  /** How long ago the source was last looked at, in milliseconds. */
  readonly age?: number;
  readonly locale?: string;
}

/** A panel as the server writes it, over these values. */
export function draw(
  panel: ReactElement,
  { values, meta = {}, points = {}, source = ok, age = 0, locale }: Drawn,
): string {
  const queryClient = new QueryClient();
  const series: KeyMeta = { kind: "series" };
  const paint: FirstPaint = {
    cursor: "abcdefgh:1",
    full: true,
    values: [
      ...Object.entries(values).map(([key, value]) => ({
        key,
        value,
        rev: 1,
        at: now - 1_000,
        meta: meta[key] ?? series,
        ...(points[key] && { points: points[key] }),
      })),
      { key: "$sources.s", value: { ...source }, rev: 1, at: now, meta: { kind: "value" } },
    ],
    removed: [],
    checked: { s: now - age },
    due: { s: now + 42_000 },
    now,
  };
  seed(queryClient, "w", paint, []);
  const element = (
    <QueryClientProvider client={queryClient}>
      <LiveProvider workspaceId="w" slug="w">
        <ReaderProvider reader={{ locale: locale ?? "en-GB", timeZone: "UTC" }}>
          <BoardContext value={scope}>{panel}</BoardContext>
        </ReaderProvider>
      </LiveProvider>
    </QueryClientProvider>
  );
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element }])} />);
}

/** What is read of a page: its texts, with single spaces. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .trim();
}
