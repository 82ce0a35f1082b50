import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import type { AlertAct } from "../../core/alerts/act";
import { type AlertState, alertState } from "../../core/alerts/alert-state";
import { type AlertRule, alertKey } from "../../core/alerts/rule";
import type { Json } from "../../core/json";
import type { Principal } from "../../core/live-object";
import { openDatabase } from "../../db/database";
import { removeRule as removeUnheard } from "../../db/queries/alert-rules";
import { actOnAlerts, removeRule, restoreRule, saveRule } from "../../server/alerts";
import { liveObject } from "../../server/live-object";
import { returnSource, takeSource } from "../../server/source-steps";
import { connect, owner } from "../testing/socket";
import { addEditable, addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const MINUTE = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

const hot: Omit<AlertRule, "id"> = {
  name: "Too hot",
  key: "room.*",
  condition: { is: "above", value: 30 },
  for: 0,
  severity: "critical",
};

/** A workspace with a source that is written, and one rule. */
async function workspaceWith(change: Partial<AlertRule> = {}) {
  const [id, rule] = [`w-${crypto.randomUUID()}`, { ...hot, id: crypto.randomUUID(), ...change }];
  const access = { workspace: { id, slug: id, name: id }, principal: owner };
  await addEditable(id, "room");
  expect(await saveRule(env, access, rule, null)).toBeNull();
  const object = liveObject(env, id);
  const set = (values: Record<string, Json>) => object.write(owner, { values });
  const act = (act: AlertAct) => actOnAlerts(env, access, [rule.id], act);
  return { id, access, object, rule, set, act, state: () => stateOf(id, rule) };
}

async function stateOf(workspace: string, rule: AlertRule): Promise<AlertState | undefined> {
  const { values } = await liveObject(env, workspace).changesSince(owner, [alertKey(rule)], null);
  return values[0] && v.parse(alertState, values[0].value);
}

/** The object was evicted, its alarm wakes it, and nobody is there. */
async function alarmAt(workspace: string, at: number): Promise<void> {
  const object = env.DASHBOARD.getByName(workspace);
  await evictDurableObject(object);
  vi.setSystemTime(at);
  await runDurableObjectAlarm(object);
}

test("[AL1] a value over the limit: everybody hears at once that the rule fires, that somebody has it, and that it is over", async () => {
  const { id, act, set, state: stateNow } = await workspaceWith();
  const [ada, ben] = [await connect(id), await connect(id, { ...owner, userId: "u2", role: "viewer" })];
  for (const reader of [ada, ben]) reader.subscribe(["$alerts.*"]);
  const heard = () => ben.of("data_update").flatMap(({ updates }) => updates);
  await vi.waitFor(() => expect(ben.of("snapshot")[0]?.values).toMatchObject([{ value: { state: "unknown" } }]));
  await set({ "room.a": 31.5, "room.b": 20 });
  await vi.waitFor(() => expect(heard()).toHaveLength(1));
  expect(await stateNow()).toMatchObject({ state: "firing", count: 1, firing: [{ key: "room.a", value: 31.5 }] });
  expect(await act({ act: "acknowledge" })).toBe(true);
  expect(await stateNow()).toMatchObject({ acknowledged: { by: owner.userId } });
  await set({ "room.a": 29 });
  const state = await stateNow();
  expect(state).toMatchObject({ state: "ok", count: 0, firing: [], past: [{ key: "room.a", value: 31.5 }] });
  expect(state?.acknowledged).toBeUndefined();
  await vi.waitFor(() => expect(heard()).toHaveLength(3));
});

test("[AL1] [AL4] a rule that waits fires by the alarm, though the object went away in between", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { id, set, state } = await workspaceWith({ for: 5 * MINUTE });
  await set({ "room.a": 31 });
  const since = Date.now();
  expect(await state()).toMatchObject({ state: "pending", pending: [{ key: "room.a", since }], firing: [] });
  await alarmAt(id, since + 5 * MINUTE - 1);
  expect(await state()).toMatchObject({ state: "pending" });
  await alarmAt(id, since + 5 * MINUTE);
  expect(await state()).toMatchObject({ state: "firing", since: since + 5 * MINUTE, firing: [{ since }] });
});

test("[AL8] who acknowledged and who silenced is known after a restart; a silence ends by the alarm", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { id, access, act, set, state } = await workspaceWith();
  await set({ "room.a": 31 });
  const at = Date.now();
  await act({ act: "acknowledge" });
  await act({ act: "silence", lasts: 15 * MINUTE });
  const known = { acknowledged: { by: "u1", at }, silenced: { by: "u1", until: at + 15 * MINUTE } };
  await evictDurableObject(env.DASHBOARD.getByName(id));
  expect(await state()).toMatchObject(known);
  await alarmAt(id, at + 15 * MINUTE);
  const after = await state();
  expect(after).toMatchObject({ state: "firing", acknowledged: known.acknowledged });
  expect(after?.silenced).toBeUndefined();
  await set({ "room.a": 1 });
  expect((await state())?.past).toMatchObject([{ key: "room.a", acknowledged: known.acknowledged }]);
  // What is over meanwhile is no fault of who acknowledges it.
  const over = await state();
  expect(await act({ act: "acknowledge" })).toBe(true);
  expect(await state()).toEqual(over);
  expect(await actOnAlerts(env, access, ["none"], { act: "unsilence" })).toBe(false);
});

test("[AL7] [AL10] a source that nobody watches is asked at its interval for a rule's sake, and its failure is told", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const [id, url] = [`w-${crypto.randomUUID()}`, "http://node.test/metrics"];
  upstream.current.text(url, "load 1\n");
  await addSource(id, "node", url, 10_000);
  const access = { workspace: { id, slug: id, name: id }, principal: owner };
  const rule: AlertRule = { ...hot, id: crypto.randomUUID(), key: "node.load", condition: { is: "stale" } };
  await saveRule(env, access, rule, null);
  const state = () => stateOf(id, rule);
  await vi.waitFor(async () => expect(await state()).toMatchObject({ state: "ok" }));
  expect((await liveObject(env, id).sourcesHealth(["node"])).node).toMatchObject({ pace: 10_000, readers: 0 });
  vi.mocked(fetch).mockImplementation(async () => new Response("no", { status: 500 }));
  vi.setSystemTime(Date.now() + 10_000);
  await runDurableObjectAlarm(env.DASHBOARD.getByName(id));
  await vi.waitFor(async () =>
    expect(await state()).toMatchObject({ state: "firing", firing: [{ key: "node.load" }] }),
  );
});

test("[AL9] a rule that is removed is nowhere, and can be put back; a removed source takes the state along", async () => {
  const { access, rule, set, state } = await workspaceWith();
  await set({ "room.a": 31 });
  expect(await removeRule(env, access, rule.id)).toBe(true);
  expect(await removeRule(env, access, rule.id)).toBe(false);
  expect(await state()).toBeUndefined();
  expect(await saveRule(env, access, rule, null)).toBe("not_found");
  expect(await restoreRule(env, access, rule.id)).toBe(true);
  expect(await restoreRule(env, access, rule.id)).toBe(true);
  expect(await state()).toMatchObject({ state: "firing" });
  await takeSource(env, access, "room");
  expect(await state()).toBeUndefined();
  expect(await saveRule(env, access, { ...rule, id: "other" }, null)).toBe("no_source");
  await returnSource(env, access, "room");
  expect(await state()).toMatchObject({ state: "firing", firing: [{ key: "room.a" }] });
});

test("[AL11] programs read the states, with no person's name; a visitor is told of none", async () => {
  const { act, object, set } = await workspaceWith();
  await set({ "room.a": 31 });
  await act({ act: "acknowledge" });
  const read = async (principal: Principal) => (await object.changesSince(principal, ["$alerts.*"], null)).values;
  const seen = await read({ kind: "key", keyId: "k1", name: "Shop" });
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(seen)).not.toContain(owner.name);
  expect(await read({ kind: "visitor", address: "192.0.2.1" })).toEqual([]);
});

test("[AL12] a rule is its workspace's: another one neither sees, changes, removes nor judges it", async () => {
  const [one, other] = [await workspaceWith(), await workspaceWith()];
  await one.set({ "room.a": 31 });
  const { id } = one.rule;
  const seen = (await other.object.changesSince(owner, ["$alerts.*"], null)).values;
  expect(seen).toMatchObject([{ key: alertKey(other.rule), value: { state: "unknown" } }]);
  expect(await saveRule(env, other.access, { ...one.rule, name: "Mine" }, Date.now())).toBe("not_found");
  expect(await removeRule(env, other.access, id)).toBe(false);
  expect(await restoreRule(env, other.access, id)).toBe(false);
  expect(await actOnAlerts(env, other.access, [id], { act: "acknowledge" })).toBe(false);
  expect(await one.state()).toMatchObject({ name: "Too hot", state: "firing" });
});

test("[AL19] a removal that the object was not told of, since it could not be reached, it is told of when that is asked for again", async () => {
  const { id, access, rule, set, state } = await workspaceWith();
  await set({ "room.a": 31 });
  await removeUnheard(openDatabase(env.DB), id, rule.id, new Date());
  expect(await state()).toMatchObject({ state: "firing" });
  expect(await removeRule(env, access, rule.id)).toBe(false);
  expect(await state()).toBeUndefined();
});
