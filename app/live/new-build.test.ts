import { expect, it } from "vitest";
import { BUILD_HEADER } from "../../core/protocol/build-header";
import { isNewBuild, servedBuild } from "./new-build";

const answers =
  (build: string | null, status = 200) =>
  async () =>
    new Response("ok\n", { status, headers: build === null ? {} : { [BUILD_HEADER]: build } });

it("[WA4] a page is of another build only where the server says which one it is", async () => {
  expect(await isNewBuild("a1", answers("b2"))).toBe(true);
  expect(await isNewBuild("a1", answers("a1"))).toBe(false);
  expect(await isNewBuild(undefined, answers("b2"))).toBe(false);
  expect(await isNewBuild("a1", answers(null))).toBe(false);
  expect(await isNewBuild("a1", answers("b2", 503))).toBe(false);
  expect(await isNewBuild("a1", () => Promise.reject(new TypeError("no network")))).toBe(false);
});

it("[WA4] a server that answers is one that a page can be loaded from", async () => {
  expect(await servedBuild(answers("b2"))).toBe("b2");
  expect(await servedBuild(answers(null, 502))).toBeNull();
});
