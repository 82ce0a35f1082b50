import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import type { Point } from "../../../core/protocol/parts";
import { cacheKeys } from "../cache-keys";
import { Loadable } from "../loadable";
import type { Asked } from "./asked-range";
import { HistoryLoader } from "./history-loader";
import { keepFetched } from "./keep-fetched";
import { keepHistory } from "./keep-history";

const HOUR = 3_600_000;
const range = { kind: "past", from: 0, to: HOUR } as const;
const asked: Asked = { workspaceId: "w", keys: ["a.x", "a.y"], range, most: 9, isHeld: false, now: () => 2 * HOUR };

function page(isThere: () => boolean) {
  const timers = new FakeTime();
  const queryClient = new QueryClient();
  const fetched: (readonly string[])[] = [];
  const loader = new HistoryLoader(async (keys) => {
    fetched.push(keys);
    return new Map(keys.map((key): [string, Point[]] => [key, [[7, 1]]]));
  }, timers);
  const code = new Loadable(async () => {
    if (!isThere()) throw new TypeError("Failed to fetch dynamically imported module");
    return keepFetched;
  });
  const pastOf = (key: string) => queryClient.getQueryData(cacheKeys.history("w", key, `0 ${HOUR}`, 9));
  return {
    timers,
    loader,
    fetched,
    pastOf,
    keep: () => keepHistory({ queryClient, loader, timers, code }, asked, true),
  };
}

test("[RG12] what fetches the past is loaded when it is asked for, and again until it is here; meanwhile it counts as failed", async () => {
  let isThere = false;
  const { timers, loader, fetched, pastOf, keep } = page(() => isThere);
  const stop = keep();
  expect(loader.read()).toBe("loading");
  await vi.waitFor(() => expect(loader.read()).toBe("failed"));
  isThere = true;
  timers.advance(5_000);
  await vi.waitFor(() => expect(loader.read()).toBe("loading"));
  await vi.waitFor(() => {
    timers.advance(1);
    expect(loader.read()).toBe("calm");
  });
  expect(fetched).toEqual([["a.x", "a.y"]]);
  expect([pastOf("a.x"), pastOf("a.y")]).toEqual([[[7, 1]], [[7, 1]]]);
  stop();
});

test("[RG12] what is called off before its code is here is neither fetched nor loaded again", async () => {
  let loads = 0;
  const { timers, loader, fetched, keep } = page(() => {
    loads += 1;
    return false;
  });
  keep()();
  await vi.waitFor(() => expect(loader.read()).toBe("calm"));
  timers.advance(60_000);
  expect([loads, fetched]).toEqual([1, []]);
});
