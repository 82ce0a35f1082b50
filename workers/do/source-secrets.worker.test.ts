import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Json } from "../../core/json";
import { openDatabase } from "../../db/database";
import { insertSource, listSources } from "../../db/queries/sources";
import { readEnv } from "../../server/env";
import { liveObject } from "../../server/live-object";
import { reseal } from "../../server/secrets/reseal";
import { openSettings } from "../../server/secrets/settings";
import { Vault } from "../../server/secrets/vault";

const URL_ASKED = "https://api.example/data";
const CANARY = "canary-5f1e0c";
const headers = (value: Json) => ({ url: URL_ASKED, headers: { Authorization: value } });

let seen: (string | null)[];
let said: string[];
beforeEach(() => {
  [seen, said] = [[], []];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
    seen.push(new Headers(init?.headers).get("authorization"));
    return Response.json({ open: 3 });
  });
  for (const level of ["log", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void said.push(line.map(String).join(" ")));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function add(workspace: string, settings: Record<string, Json>, id: string = crypto.randomUUID()): Promise<void> {
  const made = { id, slug: "api", name: "API", kind: "http-json", settings, interval: 60_000, now: new Date() };
  await insertSource(openDatabase(env.DB), workspace, made);
  await liveObject(env, workspace).sourcesChanged();
}

const state = (workspace: string) =>
  liveObject(env, workspace).changesSince({ kind: "key", keyId: "k", name: "k" }, ["$sources.api", "api.*"], null);

async function sealed(workspace: string, id: string): Promise<Record<string, Json>> {
  const result = await liveObject(env, workspace).sealed(id, headers({ plain: `Bearer ${CANARY}` }));
  if (!result.ok) throw new Error(`not sealed: ${result.field}`);
  return result.settings;
}

/** Every row of every table, as text. */
async function everythingInD1(): Promise<string> {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string;
  }>();
  const tables = results.map(({ name }) => name).filter((name) => !name.startsWith("_cf_"));
  const rows = await Promise.all(tables.map((name) => env.DB.prepare(`SELECT * FROM "${name}"`).all()));
  return JSON.stringify(rows.map(({ results: found }) => found));
}

function everythingInTheObject(workspace: string): Promise<string> {
  return runInDurableObject(env.DASHBOARD.getByName(workspace), (_, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .toArray()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("_cf_"));
    return JSON.stringify([
      ...tables.map((name) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray()),
      [...storage.kv.list()],
    ]);
  });
}

test("[Z4] [Z5] a sealed header reaches the upstream; no table, log, value or frame holds its text", async () => {
  const id = crypto.randomUUID();
  await add("secrets-1", await sealed("secrets-1", id), id);
  await vi.waitFor(async () => expect(JSON.stringify(await state("secrets-1"))).toContain('"state":"ok"'));
  expect(seen).toContain(`Bearer ${CANARY}`);
  const places = [
    await everythingInD1(),
    await everythingInTheObject("secrets-1"),
    JSON.stringify(await state("secrets-1")),
    said.join("\n"),
  ];
  expect(places[0]).toContain('{\\"secret\\":\\"');
  expect(places[1]).toContain('{\\"secret\\":\\"');
  for (const text of places) expect(text).not.toContain(CANARY);
});

test("[Z5] nor where the upstream cannot be reached, or a header cannot be sent", async () => {
  vi.mocked(fetch).mockRejectedValue(new TypeError(`connect failed with Bearer ${CANARY}`));
  const id = crypto.randomUUID();
  await add("secrets-2", await sealed("secrets-2", id), id);
  await vi.waitFor(async () => expect(JSON.stringify(await state("secrets-2"))).toContain('"unreachable"'));
  const draft = { slug: "api", kind: "http-json", settings: headers({ plain: `Bearer\n${CANARY}` }) };
  expect(await liveObject(env, "secrets-2").sample(draft)).toMatchObject({
    ok: false,
    failure: { code: "bad_settings" },
  });
  expect(said.length).toBeGreaterThan(0);
  for (const text of [JSON.stringify(await state("secrets-2")), said.join("\n")]) expect(text).not.toContain(CANARY);
});

test("[Z4] a secret that is another source's, or another workspace's, fails the source and is not sent", async () => {
  const foreign = await sealed("secrets-3", "another");
  await add("secrets-3", foreign);
  await add("secrets-4", foreign, "another");
  for (const workspace of ["secrets-3", "secrets-4"]) {
    await vi.waitFor(async () =>
      expect(JSON.stringify(await state(workspace))).toContain("headers Authorization: This secret cannot be opened"),
    );
  }
  expect(seen).toEqual([]);
});

test("[Z4] a draft is tried with what was typed, and with what the source it would change has", async () => {
  const object = liveObject(env, "secrets-5");
  const draft = { slug: "api", kind: "http-json" };
  await object.sample({ ...draft, settings: headers({ plain: "typed" }) });
  await object.sample({ ...draft, id: "s1", settings: await sealed("secrets-5", "s1") });
  await object.sample({ ...draft, settings: await sealed("secrets-5", "s1") });
  expect(seen).toEqual(["typed", `Bearer ${CANARY}`]);
});

test("[Z7] a secret goes to a public address by https only", async () => {
  const settings = { ...headers({ plain: "typed" }), url: URL_ASKED.replace("https", "http") };
  const draft = { slug: "api", kind: "http-json", settings };
  expect(await liveObject(env, "secrets-6").sample(draft)).toMatchObject({
    ok: false,
    failure: {
      code: "refused_address",
      message: "A secret is sent over https only, and the address begins with http.",
    },
  });
  expect(seen).toEqual([]);
});

test("[Z3] what an older key sealed is sealed by the newest one in the hour's run, and is read as before", async () => {
  const id = crypto.randomUUID();
  await add("secrets-7", await sealed("secrets-7", id), id);
  const newest = { ...env, SECRETS_KEY: ["n".repeat(43), ...readEnv(env).secretKeys].join(",") };
  const [before] = await listSources(openDatabase(env.DB), "secrets-7");
  await reseal(newest);
  const [after] = await listSources(openDatabase(env.DB), "secrets-7");
  expect(after?.settings).not.toEqual(before?.settings);
  const opened = await openSettings(
    new Vault(["n".repeat(43)]),
    { workspaceId: "secrets-7", sourceId: id },
    after?.settings ?? {},
  );
  expect(opened).toMatchObject({ ok: true, texts: [`Bearer ${CANARY}`] });
  await reseal(newest);
  expect(await listSources(openDatabase(env.DB), "secrets-7")).toEqual([after]);
});
