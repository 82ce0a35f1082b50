import { QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Json } from "../../core/json";
import { LiveContext } from "./live-context";
import { type LivePage, subscribedPage } from "./testing/live-page";
import { type SetKey, useSetKey } from "./use-set-key";

const KEY = "a.x";

/** What the hook gives as the page stands. */
function read(page: LivePage): SetKey {
  const seen: SetKey[] = [];
  function Probe() {
    seen.push(useSetKey(KEY));
    return null;
  }
  renderToString(
    <QueryClientProvider client={page.queryClient}>
      <LiveContext value={page.client}>
        <Probe />
      </LiveContext>
    </QueryClientProvider>,
  );
  const found = seen.at(-1);
  if (!found) throw new Error("It did not render.");
  return found;
}

const plus = (more: string) => (current: Json | undefined) => `${JSON.stringify(current).replaceAll('"', "")}${more}`;
/** Promises that are settled by now have been heard of. */
const heard = () => new Promise((resolve) => setImmediate(resolve));

async function sent(page: LivePage) {
  await heard();
  page.server.answer();
  return page.server.line.received.filter((frame) => frame.type === "set");
}

async function answer(page: LivePage, frame: Parameters<LivePage["server"]["push"]>[0]) {
  page.server.push(frame);
  page.server.flush();
  await heard();
}

const done = (page: LivePage, id: string) => answer(page, { type: "done", id, cursor: "epochaaa:1", rev: 1 });
const refuse = (page: LivePage, id: string, more: object) =>
  answer(page, { type: "error", id, code: "conflict", message: "Moved on.", retry: "now", ...more });

describe("[C9] what a page wants of a key, while it is on its way", () => {
  it("lies over what the key holds, in the order in which it was wanted, and not in the cache", async () => {
    const page = subscribedPage();
    expect(read(page)).toMatchObject({ value: 1, rev: 1, isSaving: false, problem: null });
    void read(page).change(plus("a"));
    void read(page).change(plus("b"));
    expect(read(page)).toMatchObject({ value: "1ab", rev: 1, isSaving: true });
    expect(page.value(KEY)?.value).toBe(1);
    // One at a time: the second one is made from what the first one came to.
    expect((await sent(page)).map(({ id }) => id)).toEqual(["w1"]);
  });

  it("lies over what somebody else makes of the key meanwhile", async () => {
    const page = subscribedPage();
    void read(page).change(plus("a"));
    await sent(page);
    page.server.commit({ [KEY]: 5 });
    page.settle();
    expect(read(page)).toMatchObject({ value: "5a", rev: 2, isSaving: true });
    await refuse(page, "w1", { current: { rev: 2, value: 5 } });
    expect(await sent(page)).toMatchObject([
      { value: "1a", ifRev: 1 },
      { value: "5a", ifRev: 2 },
    ]);
  });

  it("is gone once it is saved, and with it what lay over the key", async () => {
    const page = subscribedPage();
    const saved = read(page).change(plus("a"));
    await sent(page);
    await done(page, "w1");
    expect(await saved).toBe(true);
    expect(read(page)).toMatchObject({ value: 1, isSaving: false });
  });

  it("is gone once it is refused, while a later one stays", async () => {
    const page = subscribedPage();
    const refused = read(page).replace("mine", 1);
    void read(page).change(plus("b"));
    expect(read(page).value).toBe("mineb");
    await sent(page);
    await refuse(page, "w1", { current: { rev: 2, value: "theirs" } });
    expect(await refused).toBe(false);
    expect(read(page)).toMatchObject({ value: "1b", isSaving: true });
  });
});
