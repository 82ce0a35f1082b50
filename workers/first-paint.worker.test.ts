import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { parseCursor } from "../core/protocol/cursor";
import { firstPaint } from "../server/first-paint";
import { liveObject } from "../server/live-object";
import { log } from "../server/log";
import { commitChange } from "./testing/commit";
import { owner } from "./testing/socket";

const meta = { kind: "stream", keep: 3 } as const;

function append(workspace: string, data: readonly string[]): Promise<unknown> {
  const events = data.map((one) => ({ at: 9, data: one }));
  return commitChange(workspace, { appends: [{ key: "a.log", events, meta }] });
}

/** A workspace whose stream is in D1 with "a" and "b", and has grown in the object since. */
async function grown(): Promise<string> {
  const workspace = `w-${crypto.randomUUID()}`;
  await append(workspace, ["a", "b"]);
  await liveObject(env, workspace).poke();
  await vi.waitFor(async () => expect(await bodyInD1(workspace)).toContain('"b"'));
  await append(workspace, ["c"]);
  await append(workspace, ["d"]);
  return workspace;
}

async function bodyInD1(workspace: string): Promise<string | null> {
  return env.DB.prepare("SELECT body FROM live_page WHERE workspace_id = ?").bind(workspace).first<string>("body");
}

function paint(workspaceId: string) {
  return firstPaint({ env, workspaceId, principal: owner, patterns: ["a.*"], range: 0 });
}

test("a stream that has grown since the flush opens with what D1 has and what followed on it", async () => {
  const workspace = await grown();
  const { values, cursor } = await paint(workspace);
  expect(parseCursor(cursor)?.seq).toBe(3);
  expect(values).toEqual([
    {
      key: "a.log",
      rev: 3,
      at: expect.any(Number),
      value: ["b", "c", "d"].map((data, i) => ({ id: [1_001, 2_000, 3_000][i], at: 9, data })),
      meta,
    },
  ]);
});

test("where D1 holds other events than the object thinks, the page opens with those, true at D1's cursor", async () => {
  const workspace = await grown();
  const body = (await bodyInD1(workspace))?.replace("1001", "1005") ?? "";
  await env.DB.prepare("UPDATE live_page SET body = ? WHERE workspace_id = ?").bind(body, workspace).run();
  const told = vi.spyOn(log, "error").mockImplementation(() => {});
  const { values, cursor } = await paint(workspace);
  expect(parseCursor(cursor)?.seq).toBe(1);
  expect(values).toMatchObject([{ rev: 1, value: [{ data: "a" }, { data: "b" }] }]);
  expect(told).toHaveBeenCalledWith("first_paint_misfit", { workspace });
});
