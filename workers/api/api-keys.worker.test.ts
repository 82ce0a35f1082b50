import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { LiveError } from "../../core/errors";
import { openDatabase } from "../../db/database";
import { listApiKeys } from "../../db/queries/api-keys";
import { rightsVersion } from "../../db/queries/rights";
import { MAX_KEYS, makeApiKey, revokeKey } from "../../server/api-keys";
import type { WorkspaceAccess } from "../../server/contexts";
import { bearerOf, keyCaller } from "../../server/key-caller";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { signUp } from "../testing/person";
import { accessOf } from "../testing/program";

quietUpstream();

async function made(access: WorkspaceAccess, name = "Shop") {
  const result = await makeApiKey(env, access, name);
  if (!result.ok) throw new Error(result.problem);
  return result;
}

test("[L8] a key is a caller of its workspace until it is revoked; then, after 5 s at most, nobody", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const access = accessOf(await signUp());
  const db = openDatabase(env.DB);
  const { id, text } = await made(access);
  expect(await keyCaller(text, env)).toMatchObject({
    workspace: { id: access.workspace.id },
    principal: { kind: "key", keyId: id, name: "Shop" },
    rights: await rightsVersion(db, access.workspace.id),
  });
  const before = await rightsVersion(db, access.workspace.id);
  expect(await revokeKey(env, access, id)).toBe(true);
  expect(await rightsVersion(db, access.workspace.id)).toBe(before + 1);
  vi.setSystemTime(Date.now() + 5_000);
  expect(await keyCaller(text, env)).toBeInstanceOf(LiveError);
  expect(await revokeKey(env, access, id)).toBe(false);
  expect(await listApiKeys(db, access.workspace.id)).toEqual([]);
  vi.useRealTimers();
});

test("a request within 4 s of another costs no look at D1; neither does one with a text that is no key", async () => {
  const access = accessOf(await signUp());
  const { text } = await made(access);
  const prepare = vi.spyOn(env.DB, "prepare");
  await keyCaller(text, env);
  const first = prepare.mock.calls.length;
  await keyCaller(text, env);
  for (const other of ["", "dbk_", `${text}0`, text.replace(/.$/, (last) => (last === "0" ? "1" : "0"))]) {
    expect(await keyCaller(other, env)).toBeInstanceOf(LiveError);
  }
  expect([first > 0, prepare.mock.calls.length]).toEqual([true, first]);
  vi.restoreAllMocks();
});

test("nothing that is kept of a key opens anything; when it was used is noted once an hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const access = accessOf(await signUp());
  const { id, text } = await made(access);
  const row = () => env.DB.prepare("SELECT * FROM api_key WHERE id = ?").bind(id).first<Record<string, unknown>>();
  expect(JSON.stringify(await row())).not.toContain(text.slice(8));
  expect(await row()).toMatchObject({ prefix: text.slice(0, 8), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const used = async () => (await row())?.last_used_at;
  const start = Date.now();
  await keyCaller(text, env);
  expect(await used()).toBe(start);
  vi.setSystemTime(start + 3_600_000);
  await keyCaller(text, env);
  expect(await used()).toBe(start);
  vi.setSystemTime(start + 3_605_000);
  await keyCaller(text, env);
  expect(await used()).toBe(start + 3_605_000);
  vi.useRealTimers();
});

test("a key has a name, another workspace's is not there to be revoked, and there are 50 at most", async () => {
  const [access, other] = [accessOf(await signUp()), accessOf(await signUp())];
  expect(await makeApiKey(env, access, "  ")).toMatchObject({ ok: false, status: 400 });
  expect(await makeApiKey(env, access, "x".repeat(61))).toMatchObject({ ok: false, status: 400 });
  const { id, text } = await made(access, " Till 1 ");
  expect(await revokeKey(env, other, id)).toBe(false);
  expect(await keyCaller(text, env)).toMatchObject({ principal: { name: "Till 1" } });
  for (let i = 1; i < MAX_KEYS; i++) await made(access, `Till ${i}`);
  expect(await makeApiKey(env, access, "One more")).toMatchObject({ ok: false, status: 409 });
});

test("a request names its key after Bearer; what else it says there is no key", () => {
  const of = (value: string) => bearerOf(new Headers({ Authorization: value }));
  expect([of("Bearer abc"), of("bearer  abc"), of("Basic abc"), of("Bearer a b")]).toEqual(["abc", "abc", "", ""]);
  expect(bearerOf(new Headers())).toBeNull();
});
