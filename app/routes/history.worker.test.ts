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

test("[RG10] what names no keys or no range, or more points than are told, is refused", async () => {
  const browser = await person("History refused");
  const good = { keys: "a.x", from: 1, to: 2, most: 100 };
  for (const wrong of [{ keys: "" }, { from: "yesterday" }, { from: 2 }, { most: 2_001 }, { most: 4 }]) {
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
