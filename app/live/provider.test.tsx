import { dehydrate, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import type { FirstPaint } from "../../core/live-object";
import { LiveHydration } from "./live-hydration";
import { LiveProvider } from "./provider";
import { seed } from "./seed";
import { useChecked } from "./use-checked";
import { useLiveKey } from "./use-live-key";
import { useLiveKeys } from "./use-live-keys";
import { useLiveStatus } from "./use-live-status";
import { useNow } from "./use-now";
import { usePoints } from "./use-points";
import { useSubscription } from "./use-subscription";

const paint: FirstPaint = {
  cursor: "epochaaa:7",
  full: true,
  values: [
    {
      key: "a.x",
      rev: 3,
      at: 1_000,
      value: 42,
      meta: { kind: "series" },
      points: [
        [500, 41],
        [1_000, 42],
      ],
    },
    { key: "a.y", rev: 7, at: 2_000, value: "on", meta: { kind: "value" } },
  ],
  removed: [],
  checked: { a: 2_500 },
  due: { a: 4_500 },
  now: 3_400,
};

function Page() {
  useSubscription(["a.*"], paint.cursor);
  const found = {
    one: useLiveKey("a.x")?.value,
    none: useLiveKey("a.nothing") === undefined,
    all: useLiveKeys(["a.*"]).map(({ key }) => key),
    points: usePoints("a.x"),
    noPoints: usePoints("a.y"),
    checked: useChecked("a"),
    unchecked: useChecked("b"),
    status: useLiveStatus().state,
    now: useNow(),
  };
  return <output>{JSON.stringify(found)}</output>;
}

it("renders a first paint on a server, with the server's time and without a connection", () => {
  const loader = new QueryClient();
  seed(loader, "ws", paint, ["a.*"]);
  const state = dehydrate(loader);
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <LiveProvider workspaceId="ws" slug="acme">
        <LiveHydration state={state}>
          <Page />
        </LiveHydration>
      </LiveProvider>
    </QueryClientProvider>,
  );
  expect(JSON.parse(html.replace(/<[^>]*>/g, "").replaceAll("&quot;", '"'))).toEqual({
    one: 42,
    none: true,
    all: ["a.x", "a.y"],
    points: [
      [500, 41],
      [1_000, 42],
    ],
    noPoints: [],
    checked: { checkedAt: 2_500, dueAt: 4_500 },
    unchecked: { checkedAt: null, dueAt: null },
    status: "connecting",
    now: 3_000,
  });
});
