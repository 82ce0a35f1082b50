import { notifyManager, QueryObserver, skipToken } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheKeys, liveOptions } from "./cache-keys";
import { KeysView } from "./keys-view";
import { LivePage, WORKSPACE } from "./testing/live-page";

// What React Query tells a component is told at once here, so that nothing has to be waited for.
beforeEach(() => notifyManager.setScheduler((callback) => callback()));
afterEach(() => notifyManager.setScheduler((callback) => setTimeout(callback, 0)));

function livePage(keys: number) {
  const page = new LivePage();
  page.server.partSize = keys;
  page.server.commit(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`a.k${i}`, i])));
  page.client.want(["a.*"], null);
  page.client.start();
  page.settle();
  return page;
}

/** What useQuery does for a component that reads `data`: how often it would render again. */
function reader(page: LivePage, key: string) {
  let renders = 0;
  const observer = new QueryObserver(page.queryClient, {
    queryKey: cacheKeys.live(WORKSPACE, key),
    queryFn: skipToken,
    notifyOnChangeProps: ["data"],
    ...liveOptions,
  });
  observer.subscribe(() => {
    renders += 1;
  });
  return () => renders;
}

describe("a reader of one key", () => {
  it("is told of changes of its key only", () => {
    const page = livePage(50);
    const renders = Array.from({ length: 50 }, (_, i) => reader(page, `a.k${i}`));
    page.server.commit({ "a.k7": -1 });
    page.settle();
    page.server.beat({ a: page.timers.now() });
    page.settle();
    expect(renders.map((read) => read())).toEqual(renders.map((_, i) => (i === 7 ? 1 : 0)));
  });

  it("hears that its key is gone and that it is back", () => {
    const page = livePage(1);
    const renders = reader(page, "a.k0");
    page.server.commit({ "a.k0": undefined });
    page.settle();
    expect(page.value("a.k0")).toBeNull();
    page.server.commit({ "a.k0": 1 });
    page.settle();
    expect(renders()).toBe(2);
  });

  it("shows nothing more when the right to see it is gone", () => {
    const page = livePage(1);
    reader(page, "a.k0");
    page.server.cut(4503);
    expect(page.value("a.k0")).toBeNull();
  });
});

describe("a reader of a pattern", () => {
  function view(page: LivePage, ...patterns: string[]) {
    let told = 0;
    const view = new KeysView(page.queryClient, WORKSPACE, patterns);
    view.subscribe(() => {
      told += 1;
    });
    return { keys: () => view.read().map(({ key }) => key), read: view.read, told: () => told };
  }

  it("is told once for all that changed in a paint, and not of other keys", () => {
    const page = livePage(100);
    const some = view(page, "a.k1", "a.k2");
    const before = some.read();
    page.server.commit({ "a.k3": -1 });
    page.settle();
    expect(some.told()).toBe(0);
    expect(some.read()).toBe(before);
    page.server.commit({ "a.k1": -1, "a.k2": -1 });
    page.settle();
    expect(some.told()).toBe(1);
    expect(some.read().map(({ value }) => value)).toEqual([-1, -1]);
  });

  it("sees keys come and go, in order and each once", () => {
    const page = livePage(2);
    const all = view(page, "a.*", "a.k1");
    expect(all.keys()).toEqual(["a.k0", "a.k1"]);
    page.server.commit({ "a.a": 1, "a.k0": undefined });
    page.settle();
    expect(all.keys()).toEqual(["a.a", "a.k1"]);
  });

  it("finds the keys of a pattern that is subscribed only as part of a wider one", () => {
    const page = livePage(2);
    page.client.want(["b.*"], null);
    page.server.commit({ "b.c.d": 1 });
    page.settle();
    const some = view(page, "b.c.*");
    expect(some.keys()).toEqual(["b.c.d"]);
    page.server.commit({ "b.c.e": 1 });
    page.settle();
    expect(some.keys()).toEqual(["b.c.d", "b.c.e"]);
  });
});

describe("the status", () => {
  it("is the same object while frames come and go, and knows the last change when it is asked", () => {
    const page = livePage(2);
    const before = page.client.readStatus();
    page.timers.advance(5_000);
    page.server.commit({ "a.k0": 9 });
    const changed = page.timers.now();
    page.settle();
    expect(page.client.readStatus()).toBe(before);
    expect(before).toMatchObject({ state: "live", lastChange: changed });
  });
});
