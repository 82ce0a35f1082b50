import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { alertState } from "../../core/alerts/alert-state";
import { type AlertRule, alertKey } from "../../core/alerts/rule";
import type { Json } from "../../core/json";
import { PUSH } from "../../core/sources/written";
import { saveRule } from "../../server/alerts";
import { liveObject } from "../../server/live-object";
import { putSource, returnSource, takeSource } from "../../server/source-steps";
import { connect, owner } from "../testing/socket";
import { addEditable } from "../testing/sources";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const till = { kind: "key", keyId: "k1", name: "Till" } as const;

afterEach(() => {
  vi.useRealTimers();
});

/** A workspace with a source to which a push is expected each minute, and a clock that stands still. */
async function shop() {
  vi.useFakeTimers({ toFake: ["Date"] });
  const id = `w-${crypto.randomUUID()}`;
  const access = { workspace: { id, slug: id, name: id }, principal: owner };
  await addEditable(id, "shop", PUSH);
  await putSource(env, access, "shop", { plan: { mode: "idle", expected: MINUTE } });
  const object = liveObject(env, id);
  return {
    id,
    access,
    object,
    push: (values: Record<string, Json>) => object.write(till, { values }),
    heardAt: async () => (await object.changesSince(owner, ["shop.*"], null)).checked.shop,
    pass: (time: number) => vi.setSystemTime(Date.now() + time),
    sleep: () => evictDurableObject(env.DASHBOARD.getByName(id)),
  };
}

test("[R47] [R48] [R49] a push that changes nothing is told of, and known after the object began anew", async () => {
  const { id, push, heardAt, pass, sleep } = await shop();
  const reader = await connect(id);
  reader.subscribe(["shop.*", "$sources.shop"]);
  await vi.waitFor(() => expect(reader.of("snapshot")).toHaveLength(1));
  expect(await heardAt()).toBeUndefined();
  await push({ "shop.a": 1 });
  pass(40 * SECOND);
  await push({ "shop.a": 1 });
  const second = Date.now();
  await vi.waitFor(() =>
    expect(reader.of("beat").at(-1)).toMatchObject({ checked: { shop: second }, due: { shop: second + MINUTE } }),
  );
  pass(5 * MINUTE);
  await sleep();
  expect(await heardAt()).toBe(second);
  await push({ "shop.a": 2 });
  const third = Date.now();
  pass(SECOND);
  await sleep();
  expect(await heardAt()).toBe(third);
});

test("[R48] a removal that is undone has the source heard of as its values came back", async () => {
  const { access, push, heardAt, pass, sleep } = await shop();
  await push({ "shop.a": 1 });
  pass(10 * MINUTE);
  await takeSource(env, access, "shop");
  await returnSource(env, access, "shop");
  const back = await heardAt();
  expect(back).toBe(Date.now());
  pass(MINUTE);
  await sleep();
  expect(await heardAt()).toBe(back);
});

test("[AL16] silence is noticed by the alarm of an object that sleeps, and ends with a push that changes nothing", async () => {
  const { id, access, object, push, pass, sleep } = await shop();
  const rule: AlertRule = {
    id: crypto.randomUUID(),
    name: "Silent",
    key: "shop.*",
    condition: { is: "stale" },
    for: 0,
    severity: "critical",
  };
  expect(await saveRule(env, access, rule, null)).toBeNull();
  const state = async () =>
    v.parse(alertState, (await object.changesSince(owner, [alertKey(rule)], null)).values[0]?.value);
  const alarm = async (after: number) => {
    await sleep();
    pass(after);
    await runDurableObjectAlarm(env.DASHBOARD.getByName(id));
  };
  expect(await state()).toMatchObject({ state: "unknown" });
  await push({ "shop.a": 1 });
  const at = Date.now();
  expect(await state()).toMatchObject({ state: "ok" });
  await alarm(4 * MINUTE - 1);
  expect(await state()).toMatchObject({ state: "ok" });
  await alarm(1);
  expect(await state()).toMatchObject({ state: "firing", since: at + 4 * MINUTE, firing: [{ key: "shop.a" }] });
  pass(SECOND);
  await push({ "shop.a": 1 });
  expect(await state()).toMatchObject({ state: "ok", past: [{ key: "shop.a", from: at + 4 * MINUTE }] });
  await putSource(env, access, "shop", { plan: { mode: "idle" } });
  pass(100 * MINUTE);
  await object.poke();
  expect(await state()).toMatchObject({ state: "ok" });
});
