import { env } from "cloudflare:workers";
import { RouterContextProvider } from "react-router";
import * as v from "valibot";
import { expect, test } from "vitest";
import { addRow, MINUTE } from "../../core/history/block";
import { points } from "../../core/protocol/parts";
import { openDatabase } from "../../db/database";
import { writeFlush } from "../../db/queries/live-flush";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireWorkspace } from "../../server/guards";
import { Browser } from "../../server/testing/browser";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { loader } from "./history";

quietUpstream();
const HOUR = 60 * MINUTE;
const answer = v.object({ points: v.record(v.string(), points) });

/** Somebody new, in a workspace of their own. */
async function person(workspace: string): Promise<Browser> {
  const browser = new Browser();
  const result = await browser.signUp({ email: `${crypto.randomUUID()}@harbour.example`, workspace });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return browser;
}

/** The route's arguments as React Router hands them on, through the guard of the workspace's layout. */
async function asking(browser: Browser, slug: string, query: Record<string, string | number>) {
  const url = new URL(`/w/${slug}/history`, "http://localhost:8787");
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const request = new Request(url, { headers: browser.headers });
  const context = new RouterContextProvider();
  context.set(cloudflareContext, { env, ctx: { waitUntil: () => {} } });
  context.set(workspaceContext, await requireWorkspace({ request, url, context }, slug));
  return { request, url, context, params: { workspace: slug }, pattern: "/w/:workspace/history" as const };
}

/** A point a minute of a.x up to now, all of them 1 and one 100. */
async function record(workspaceId: string, now: number, hours: number): Promise<void> {
  const blocks = Array.from({ length: hours * 60 }, (_, i) => {
    const at = now - hours * HOUR + i * MINUTE;
    return addRow([], { at, values: new Map([["a.x", i === 777 ? 100 : 1]]) }, i + 1);
  }).flat();
  const batch = {
    cursor: { epoch: "epochaaa", seq: 1 },
    pages: [
      { page: 1, slug: "a", body: JSON.stringify({ "a.x": { value: 1, rev: 1, at: now, meta: { kind: "series" } } }) },
    ],
    blocks: blocks.map((block) => ({ page: 1, minute: block.minute, body: JSON.stringify(block) })),
    brings: [],
  };
  await writeFlush(openDatabase(env.DB), workspaceId, batch, {}, now);
}

test("[RG6] a long range is told in as few points as are asked for, and its one spike is among them", async () => {
  const slug = "history-long";
  const browser = await person("History long");
  const now = Date.now();
  for (const hours of [24, 3]) {
    const asked = await asking(browser, slug, { keys: "a.x,a.unknown", from: now - hours * HOUR, to: now, most: 100 });
    if (hours === 24) await record(asked.context.get(workspaceContext).workspace.id, now, hours);
    const found = v.parse(answer, await (await loader(asked)).json()).points;
    expect(found["a.unknown"]).toEqual([]);
    const line = found["a.x"] ?? [];
    expect(line.length).toBeGreaterThan(40);
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line.at(-1)?.[1]).toBe(1);
    expect(Math.max(...line.map(([, value]) => value ?? 0))).toBe(hours === 24 ? 100 : 1);
  }
});

test("[RG13] a line begins with what was so when its range began, and what did not change in it goes on as far as that is known", async () => {
  const slug = "history-held";
  const browser = await person("History held");
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  const at = (hours: number) => now - hours * HOUR;
  const ask = async (from: number, to: number) => {
    const asked = await asking(browser, slug, { keys: "a.x,a.late,b.x,c.x,c.y", from, to, most: 100 });
    return v.parse(answer, await (await loader(asked)).json()).points;
  };
  const { workspace } = (await asking(browser, slug, { keys: "a.x", from: 1, to: 2, most: 100 })).context.get(
    workspaceContext,
  );
  await recordHeld(workspace.id, at);
  const [early, late, wide] = [await ask(at(5), at(4)), await ask(at(2), at(1)), await ask(at(29), at(1))];
  expect(early["a.x"], "it changed later").toEqual([
    [at(30), 1],
    [at(4) - 1, 1],
  ]);
  expect(early["a.late"], "it was not there yet").toEqual([]);
  expect(late["a.x"], "it is so still").toEqual([
    [at(3), 2],
    [at(1) - 1, 2],
  ]);
  expect(wide["a.x"]?.[0], "summed up, too").toEqual([at(30), 1]);
  expect(wide["a.x"]?.at(-1)?.[1]).toBe(2);
  expect(late["b.x"], "its source fails since then").toEqual([
    [at(30), 1],
    [at(1.5), 1],
  ]);
  expect([early["c.x"], early["c.y"]], "nothing was known then; that is no number").toEqual([[], []]);
});

/** a.x: 1 for 27 hours, then 2. b.x: the same all the time, not seen any more. c.x: 1, then a gap, then 2. */
async function recordHeld(workspaceId: string, at: (hours: number) => number): Promise<void> {
  const key = (value: number | string, hours: number) => ({
    value,
    rev: 1,
    at: at(hours),
    meta: { kind: "series" },
  });
  const failure = { code: "unreachable", message: "No answer." };
  const failing = { state: "failing", name: "B", interval: 60_000, failure, lastGood: at(1.5) };
  const states = {
    "$sources.a": { ...key(1, 30), value: { state: "ok", name: "A", interval: 60_000, keys: 2 } },
    "$sources.b": { ...key(1, 1), value: failing },
  };
  const pages = [
    { page: 1, slug: "a", keys: { "a.x": key(2, 3), "a.late": key(1, 3) } },
    { page: 2, slug: "b", keys: { "b.x": key(1, 30) } },
    { page: 3, slug: "c", keys: { "c.x": key(2, 3), "c.y": key("up", 30) } },
    { page: 4, slug: "$sources", keys: states },
  ];
  const row = (hours: number, ms: number, values: Record<string, number | null>, seq: number) =>
    addRow([], { at: at(hours) + ms, values: new Map(Object.entries(values)) }, seq);
  const recorded = [
    ...row(30, 0, { "a.x": 1 }, 1).map((block) => ({ page: 1, block })),
    ...row(3, 0, { "a.x": 2, "a.late": 1 }, 4).map((block) => ({ page: 1, block })),
    ...row(30, 0, { "b.x": 1 }, 1).map((block) => ({ page: 2, block })),
    ...addRow(row(30, 0, { "c.x": 1 }, 1), { at: at(30) + 1, values: new Map([["c.x", null]]) }, 2).map((block) => ({
      page: 3,
      block,
    })),
    ...row(3, 0, { "c.x": 2 }, 3).map((block) => ({ page: 3, block })),
  ];
  const batch = {
    cursor: { epoch: "epochaaa", seq: 4 },
    pages: pages.map(({ keys, ...page }) => ({ ...page, body: JSON.stringify(keys) })),
    blocks: recorded.map(({ page, block }) => ({ page, minute: block.minute, body: JSON.stringify(block) })),
    brings: [],
  };
  await writeFlush(openDatabase(env.DB), workspaceId, batch, {}, at(0));
}

test("[RG10] what names no keys or no range, or more points than are told, is refused", async () => {
  const browser = await person("History refused");
  const good = { keys: "a.x", from: 1, to: 2, most: 100 };
  for (const wrong of [{ keys: "" }, { from: "yesterday" }, { from: 2 }, { most: 2_001 }, { most: 5 }]) {
    const asked = await asking(browser, "history-refused", { ...good, ...wrong });
    await expect(loader(asked)).rejects.toMatchObject({ init: { status: 400 } });
  }
  expect((await loader(await asking(browser, "history-refused", good))).status).toBe(200);
});

test("[RG10] nobody reads the past of a workspace that they are not in", async () => {
  await person("History other");
  const stranger = await person("History stranger");
  const query = { keys: "a.x", from: 1, to: 2, most: 100 };
  await expect(asking(stranger, "history-other", query)).rejects.toMatchObject({ init: { status: 404 } });
});
