import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { defaultLimits } from "../hub/limits";
import type { Json } from "../json";
import type { SourceDefinition } from "../sources/definition";
import { ModelDashboard } from "../testing/model-dashboard";
import { alertState } from "./alert-state";
import type { AlertRule } from "./rule";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const load: AlertRule = {
  id: "r1",
  name: "Load",
  key: "node.load",
  condition: { is: "above", value: 10 },
  for: 0,
  severity: "warning",
};
const stale: AlertRule = { ...load, id: "r2", condition: { is: "stale" } };

function stateOf(model: ModelDashboard, key = "$alerts.node.r1") {
  const held = model.store.get(key);
  return held && v.parse(alertState, held.value);
}

/** A source that is asked each two seconds, with these rules, after its first answer. */
async function watched(rules: readonly AlertRule[], definition: Partial<SourceDefinition> = {}) {
  const model = new ModelDashboard();
  model.refresher.setSources([{ ...model.source("node"), ...definition }]);
  model.alerts.setRules(rules);
  await model.answer("node", { load: 1 });
  return model;
}

/** A new object over what the one before it left on its disk. */
function restarted({ storage, kept, rows, time }: ModelDashboard, definition: Partial<SourceDefinition> = {}) {
  const model = new ModelDashboard(defaultLimits, storage, undefined, kept);
  model.time = time;
  model.refresher.setSources([{ ...model.source("node"), ...definition }], [...rows.values()]);
  return model;
}

const set = (model: ModelDashboard, values: Record<string, Json>, removes: string[] = []) =>
  model.room.commit({
    at: model.time,
    writes: Object.entries(values).map(([key, value]) => ({ key, value, meta: { kind: "value" } })),
    removes,
    lastCheck: null,
    interval: 0,
  });

test("[AL10] a source with a rule is asked at its interval though nobody watches, and no longer when the rule goes", async () => {
  const model = await watched([load], { plan: { mode: "watched" } });
  model.instant = () => ({ ok: true, readings: [{ key: "node.load", value: 1, meta: { kind: "series" } }] });
  const before = model.asked("node");
  await model.pass(MINUTE);
  expect(model.asked("node") - before).toBeGreaterThanOrEqual(29);
  model.alerts.setRules([]);
  model.refresher.tick();
  const then = model.asked("node");
  await model.pass(MINUTE);
  expect(model.asked("node") - then).toBeLessThanOrEqual(1);
});

test("[AL10] also after a restart that came before the source was asked for the rule's sake", async () => {
  const rests: Partial<SourceDefinition> = { interval: 10 * MINUTE, plan: { mode: "watched" } };
  const model = await watched([], rests);
  model.alerts.setRules([load]);
  model.time += MINUTE;
  const next = restarted(model, rests);
  await next.pass(10 * MINUTE);
  expect(next.askedAt("node")).toEqual([model.time + 9 * MINUTE]);
});

test("[AL5] a state is one step after the change, and none where nothing of it changed", async () => {
  const model = await watched([load, { ...load, id: "r3", key: "node.*" }]);
  const steps = () => model.store.cursor.seq;
  const [rows, from, saved] = [model.storage.rowsWritten, steps(), vi.spyOn(model.kept, "set")];
  set(model, { "node.load": 12 });
  expect([steps() - from, model.storage.rowsWritten - rows]).toEqual([2, 2]);
  expect(stateOf(model)).toMatchObject({ state: "firing", firing: [{ key: "node.load", value: 12 }] });
  for (const value of [13, 99, 12]) set(model, { "node.load": value });
  expect([steps() - from, model.storage.rowsWritten - rows]).toEqual([5, 5]);
  expect(saved).toHaveBeenCalledTimes(2);
  expect(stateOf(model)?.firing).toMatchObject([{ value: 12 }]);
});

test("[AL9] the state goes with the source, and comes back with it; the rule stays", async () => {
  const model = await watched([load]);
  set(model, { "node.load": 12 });
  model.refresher.setSources([]);
  expect(model.store.keysOf("$alerts")).toEqual([]);
  expect(model.kept.get("r1")).toEqual({ rule: load, memory: null });
  model.refresher.setSources([model.source("node")]);
  expect(stateOf(model)).toMatchObject({ state: "unknown", past: [] });
  await model.answer("node", { load: 11 });
  expect(stateOf(model)).toMatchObject({ state: "firing" });
});

test("[AL9] a rule that is changed keeps what is still so; one that goes leaves nothing, and so does another source's", async () => {
  const model = await watched([load]);
  set(model, { "node.load": 12 });
  const since = model.time;
  model.time += MINUTE;
  model.alerts.setRules([{ ...load, name: "Load of the node", condition: { is: "above", value: 11 } }]);
  expect(stateOf(model)).toMatchObject({ name: "Load of the node", state: "firing", since, firing: [{ since }] });
  model.alerts.setRules([{ ...load, condition: { is: "above", value: 20 } }]);
  expect(stateOf(model)).toMatchObject({ state: "ok", past: [{ from: since, to: model.time }] });
  model.alerts.setRules([{ ...load, key: "other.load" }]);
  expect(model.store.keysOf("$alerts")).toEqual([]);
  model.alerts.setRules([]);
  expect(model.kept.size).toBe(0);
});

test("[AL4] a restart in the middle: it fires at the time at which it would have fired", async () => {
  const model = await watched([{ ...load, for: MINUTE }], { interval: 10 * MINUTE });
  set(model, { "node.load": 12 });
  const since = model.time;
  model.time += 30 * SECOND;
  const next = restarted(model, { interval: 10 * MINUTE });
  expect(stateOf(next)).toMatchObject({ state: "pending", since });
  await next.pass(29 * SECOND);
  expect(stateOf(next)).toMatchObject({ state: "pending" });
  await next.pass(2 * SECOND);
  expect(stateOf(next)).toMatchObject({ state: "firing", since: since + MINUTE, firing: [{ since }] });
});

test("[AL7] a source that fails, and one that is not asked for too long, make their keys stale", async () => {
  const model = await watched([stale]);
  const state = () => stateOf(model, "$alerts.node.r2")?.state;
  expect(state()).toBe("ok");
  await model.pass(2 * SECOND);
  await model.fail("node");
  expect(state()).toBe("firing");
  await model.pass(6 * SECOND);
  await model.answer("node", { load: 1 });
  expect(state()).toBe("ok");
  // Being asked is no answer: while it hangs, nothing can be told.
  await model.pass(30 * SECOND);
  expect(state()).toBe("ok");
  await model.pass(10 * SECOND);
  expect(state()).toBe("firing");
});

test("[AL7] a source whose calls for the hour are used up becomes stale without any news", async () => {
  const model = new ModelDashboard(defaultLimits, undefined, 3);
  model.instant = () => ({ ok: true, readings: [{ key: "node.load", value: 1, meta: { kind: "series" } }] });
  model.refresher.setSources([model.source("node")]);
  model.alerts.setRules([stale]);
  const state = () => stateOf(model, "$alerts.node.r2");
  await model.pass(4 * SECOND);
  const { checkedAt } = model.refresher.ageOf("node");
  expect(state()).toMatchObject({ state: "ok" });
  await model.pass(MINUTE);
  expect(state()).toMatchObject({ state: "firing", since: (checkedAt ?? 0) + 20 * SECOND });
  // When it was read last is not known any more: the next answer will tell.
  model.rows.clear();
  const next = restarted(model);
  expect(stateOf(next, "$alerts.node.r2")).toEqual(state());
  await next.answer("node", { load: 1 });
  expect(stateOf(next, "$alerts.node.r2")?.state).toBe("ok");
});

test("[AL7] after a restart nothing is stale before the source was asked again, and what was stale is so until then", async () => {
  const model = await watched([stale]);
  model.time += 60 * MINUTE;
  const next = restarted(model);
  const state = () => stateOf(next, "$alerts.node.r2")?.state;
  expect(state()).toBe("ok");
  await next.fail("node");
  expect(state()).toBe("firing");
  const again = restarted(next);
  expect(stateOf(again, "$alerts.node.r2")?.state).toBe("firing");
});

test("[AL7] what a source lacks of what it brought before is stale, and nothing else of it", async () => {
  const model = await watched([stale, { ...stale, id: "r3", key: "node.*" }]);
  const drift = [{ path: "cpu", message: "gone", since: 1 }];
  const source = { state: "ok", name: "node", interval: 2_000, keys: 3, drift };
  set(model, { "node.cpu.0": 1, "$sources.node": source });
  expect(stateOf(model, "$alerts.node.r2")?.state).toBe("ok");
  expect(stateOf(model, "$alerts.node.r3")).toMatchObject({
    state: "firing",
    count: 1,
    firing: [{ key: "node.cpu.0" }],
  });
});

test("[AL7] a key that is not there is stale where it is named, not before its source was read, nor while that is paused", async () => {
  const model = new ModelDashboard();
  const state = (id = "r2") => stateOf(model, `$alerts.node.${id}`);
  model.alerts.setRules([
    { ...stale, key: "node.gone" },
    { ...stale, id: "r3", key: "node.none.*" },
  ]);
  model.refresher.setSources([model.source("node")]);
  expect(state()).toMatchObject({ state: "unknown" });
  await model.answer("node", { load: 1 });
  expect(state()).toMatchObject({ state: "firing", firing: [{ key: "node.gone", value: null }] });
  expect(state("r3")).toMatchObject({ state: "unknown" });
  model.refresher.setSources([{ ...model.source("node"), enabled: false }]);
  expect(state()).toMatchObject({ state: "unknown" });
});

test("[AL13] a judgement that cannot be kept harms no commit, and is made again with what comes next", async () => {
  const model = await watched([load]);
  const commit = model.room.commit.bind(model.room);
  model.room.commit = (change) => {
    if (change.writes.some(({ key }) => key.startsWith("$alerts."))) throw new Error("full");
    return commit(change);
  };
  expect(set(model, { "node.load": 12 })).not.toBeNull();
  expect(model.logged).toContain("alerts_unjudged");
  expect(stateOf(model)).toMatchObject({ state: "ok" });
  model.room.commit = commit;
  set(model, { "node.other": 1 });
  expect(stateOf(model)).toMatchObject({ state: "firing", firing: [{ value: 12 }] });
});

test("[AL20] a judgement that cannot be kept and that was due by the time alone is made again a second later, not at once", async () => {
  const model = await watched([{ ...load, for: MINUTE }]);
  set(model, { "node.load": 12 });
  const commit = model.room.commit.bind(model.room);
  model.room.commit = (change) => {
    if (change.writes.some(({ key }) => key.startsWith("$alerts."))) throw new Error("full");
    return commit(change);
  };
  model.time += MINUTE;
  model.alerts.tick();
  expect(stateOf(model)).toMatchObject({ state: "pending" });
  expect(model.alerts.nextLook()).toBe(model.time + SECOND);
  model.room.commit = commit;
  model.time += SECOND;
  model.alerts.tick();
  expect(stateOf(model)).toMatchObject({ state: "firing" });
});

test("[AL18] all that fires is acknowledged in one step, a state of each; what is over is left, and what fires next calls", async () => {
  const rules = ["r1", "r2", "r3"].map((id) => ({ ...load, id, key: "node.*" }));
  const quiet = { ...load, id: "r4", condition: { is: "above", value: 99 } } as const;
  const model = await watched([...rules, quiet]);
  set(model, { "node.load": 12 });
  const [seq, rows] = [model.store.cursor.seq, model.storage.rowsWritten];
  const commits = vi.spyOn(model.store, "commit");
  expect(model.alerts.act(["r1", "r2", "r2", "r4", "none"], { act: "acknowledge" }, "u1")).toBe(true);
  expect(commits.mock.calls.map(([{ writes }]) => writes.map(({ key }) => key))).toEqual([
    ["$alerts.node.r1", "$alerts.node.r2"],
  ]);
  expect(model.store.cursor.seq).toBe(seq + 1);
  expect(model.storage.rowsWritten - rows).toBe(1);
  const by = () => rules.map(({ id }) => stateOf(model, `$alerts.node.${id}`)?.acknowledged?.by);
  expect(by()).toEqual(["u1", "u1", undefined]);
  expect(model.alerts.act(["r1", "r4"], { act: "acknowledge" }, "u2")).toBe(true);
  expect(model.store.cursor.seq).toBe(seq + 1);
  expect(model.alerts.act(["none"], { act: "acknowledge" }, "u1")).toBe(false);
  set(model, { "node.heat": 40 });
  expect(by()).toEqual([undefined, undefined, undefined]);
});
