import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { liveObject } from "../../server/live-object";
import { connect, owner } from "../testing/socket";
import { addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

/**
 * Rows are money: on the platform a written row costs the same whatever it holds. Ten minutes of a machine's metrics,
 * every key changing every 2 s, watched by one reader.
 */
const upstream = upstreamForEachTest();
const URL_A = "http://machine.test/metrics";
const MINUTES = 10;
const INTERVAL = 2_000;
const KEYS = 40;

afterEach(() => {
  vi.useRealTimers();
});

function metrics(step: number): string {
  return Array.from({ length: KEYS }, (_, i) => `machine_metric_${i} ${step * KEYS + i}`).join("\n");
}

/** Counts what the object's SQLite and D1 report as written, and the alarms set (each is a row). */
async function countRows(id: string) {
  const rows = { object: 0, alarms: 0, d1: 0 };
  await runInDurableObject(env.DASHBOARD.getByName(id), (instance, state) => {
    const { sql } = state.storage;
    const exec = sql.exec.bind(sql);
    vi.spyOn(sql, "exec").mockImplementation((query, ...bindings: unknown[]) => {
      const cursor = exec(query, ...bindings);
      rows.object += cursor.rowsWritten;
      return cursor;
    });
    const setAlarm = state.storage.setAlarm.bind(state.storage);
    vi.spyOn(state.storage, "setAlarm").mockImplementation((at) => {
      rows.alarms += 1;
      return setAlarm(at);
    });
    const { DB } = Reflect.get(instance, "env") as Env;
    const batch = DB.batch.bind(DB);
    vi.spyOn(DB, "batch").mockImplementation(async (statements) => {
      const results = await batch(statements);
      for (const { meta } of results) rows.d1 += meta.rows_written;
      return results;
    });
  });
  return rows;
}

test("ten minutes of 40 keys at 2 s write a row a refresh, an alarm a refresh, and a few rows a minute in D1", async () => {
  const id = `w-${crypto.randomUUID()}`;
  const object = liveObject(env, id);
  upstream.current.text(URL_A, metrics(0));
  const start = Math.ceil(Date.now() / 60_000) * 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  const reader = await connect(id);
  reader.subscribe(["node.*"]);
  await addSource(id, "node", URL_A, INTERVAL);
  await vi.waitFor(async () => expect((await object.changesSince(owner, ["node.*"], null)).values).toHaveLength(KEYS));
  const rows = await countRows(id);
  const steps = (MINUTES * 60_000) / INTERVAL;
  for (let step = 1; step <= steps; step++) {
    upstream.current.text(URL_A, metrics(step));
    vi.setSystemTime(start + step * INTERVAL + 5);
    await runDurableObjectAlarm(env.DASHBOARD.getByName(id));
    await vi.waitFor(
      async () => {
        const { values } = await object.changesSince(owner, ["node.machine_metric_0"], null);
        expect(values[0]?.value).toBe(step * KEYS);
      },
      { interval: 1 },
    );
  }
  // One page row a refresh, and few for states. One alarm a refresh, and one where a flush asks for an earlier one.
  expect(rows.object).toBeLessThanOrEqual(steps + 10);
  expect(rows.alarms).toBeLessThanOrEqual(steps * 1.2);
  // A flush each 15 s: cursor, page, block (a new minute's block also writes its index row).
  expect(rows.d1).toBeLessThanOrEqual(MINUTES * (4 * 3 + 4));
  const aDay = ((rows.object + rows.alarms + rows.d1) * 24 * 60) / MINUTES;
  expect(aDay).toBeLessThan(150_000);
}, 60_000);
