import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { addRow, type Block, MINUTE } from "../core/history/block";
import { DAY, HOUR } from "../core/history/resolution";
import type { Principal } from "../core/live-object";
import { openDatabase } from "../db/database";
import { writeFlush } from "../db/queries/live-flush";
import { type History, history } from "./history";
import { defaultRetention } from "./retention-setting";
import { rollUpDue } from "./roll-up";

const db = openDatabase(env.DB);
const reader: Principal = { kind: "key", keyId: "k", name: "Reader" };
const BOUNDS = { workspaces: 10, hours: 1_000 };
/** Midnight, so that days are over when one expects it. */
const START = 400 * DAY;

let seq = 0;

interface Recording {
  readonly from: number;
  readonly minutes: number;
  /** Minutes between two points. */
  readonly every: number;
  readonly value: (minute: number) => number;
}

/** Records points as the object's flushes would, six hours a flush. */
async function record(workspace: string, { from, minutes, every, value }: Recording): Promise<void> {
  for (let first = 0; first < minutes; first += 360) {
    const blocks: Block[] = [];
    for (let i = first; i < Math.min(minutes, first + 360); i += every) {
      const values = new Map([["a.x", value(i)]]);
      blocks.push(...addRow([], { at: from + i * MINUTE + 1_000, values }, ++seq));
    }
    await flush(workspace, blocks, from + (first + 360) * MINUTE);
  }
}

async function flush(workspace: string, blocks: readonly Block[], now: number): Promise<void> {
  const keys = { "a.x": { value: 1, rev: seq, at: now, meta: { kind: "series" } } };
  const batch = {
    cursor: { epoch: "epochaaa", seq },
    pages: [{ page: 1, slug: "a", body: JSON.stringify(keys) }],
    blocks: blocks.map((block) => ({ page: 1, minute: block.minute, body: JSON.stringify(block) })),
    brings: [],
  };
  await writeFlush(db, workspace, batch, {}, now);
}

function ask(workspace: string, from: number, to: number, most: number, now = to): Promise<History> {
  return history({ env, workspaceId: workspace, principal: reader, keys: ["a.x"], from, to, most, now });
}

function summaries(answer: History) {
  if (answer.step === null) throw new Error("points as recorded");
  return answer.summaries["a.x"] ?? [];
}

test("[HI5] a range is told the same before and after its hours and days are summed up", async () => {
  const end = START + DAY + 90 * MINUTE;
  await record("same", { from: START, minutes: (end - START) / MINUTE, every: 3, value: (minute) => minute % 97 });
  const ranges = [
    { from: START, to: end, most: 1_000 },
    { from: START + 30 * MINUTE, to: end - 7 * MINUTE, most: 100 },
    { from: START, to: end, most: 20 },
  ];
  const before = await Promise.all(ranges.map(({ from, to, most }) => ask("same", from, to, most, end)));
  expect(before.map(({ step }) => step)).toEqual([2 * MINUTE, 30 * MINUTE, 2 * HOUR]);
  expect(await rollUpDue(db, end, defaultRetention, BOUNDS)).toBe(25);
  expect(await rollUpDue(db, end, defaultRetention, BOUNDS), "nothing is left to do").toBe(0);
  const after = await Promise.all(ranges.map(({ from, to, most }) => ask("same", from, to, most, end)));
  for (const [i, answer] of after.entries()) {
    const [now, then] = [summaries(answer), summaries(before[i] ?? answer)];
    expect(now.map(([at, { mean: _mean, ...exact }]) => [at, exact])).toEqual(
      then.map(([at, { mean: _mean, ...exact }]) => [at, exact]),
    );
    expect(Math.max(...now.map(([, { mean }], k) => Math.abs(mean - (then[k]?.[1].mean ?? Number.NaN))))).toBeLessThan(
      1e-9,
    );
  }
});

test("[HI6] what came late is summed up, too", async () => {
  await record("late", { from: START, minutes: 60, every: 1, value: () => 1 });
  await flush("late", [], START + 3 * HOUR);
  await rollUpDue(db, START + 3 * HOUR, defaultRetention, BOUNDS);
  const late = addRow([], { at: START + 90 * MINUTE, values: new Map([["a.x", 7]]) }, ++seq);
  await flush("late", late, START + 3 * HOUR + MINUTE);
  expect(await rollUpDue(db, START + 3 * HOUR + 2 * MINUTE, defaultRetention, BOUNDS)).toBe(1);
  const told = summaries(await ask("late", START, START + 7 * HOUR, 500));
  expect(told.at(-1)).toEqual([START + 90 * MINUTE, { min: 7, max: 7, mean: 7, last: 7, count: 1 }]);
});

test("[HI7] what is older than is kept goes with the end of a day, and only that", async () => {
  await record("old", { from: START, minutes: 2 * 24 * 60, every: 30, value: (minute) => minute });
  const end = START + 2 * DAY + HOUR;
  await rollUpDue(db, end, { rawHours: 26, minuteDays: 1, hourDays: 30 }, BOUNDS);
  const least = (what: string) => env.DB.prepare(`SELECT min(${what}`).raw();
  const firstRaw = (START + 2 * DAY - 26 * HOUR) / MINUTE;
  expect(await least("minute) FROM point_block WHERE workspace_id = 'old'")).toEqual([[firstRaw]]);
  const rollups = "start) FROM rollup WHERE workspace_id = 'old' AND step";
  expect(await least(`${rollups} = ${MINUTE}`)).toEqual([[START + DAY]]);
  expect(await least(`${rollups} = ${HOUR}`)).toEqual([[START]]);
  const told = summaries(await ask("old", START, START + 2 * DAY, 60, end));
  expect(told[0]).toEqual([START, { min: 0, max: 30, mean: 15, last: 30, count: 2 }]);
  expect(told).toHaveLength(48);
});

test("[HI8] a run that is bounded goes on where it stopped, and the longest behind comes first", async () => {
  await record("bounded", { from: START - DAY, minutes: 5 * 60, every: 10, value: () => 1 });
  const now = START + 2 * HOUR;
  expect(await rollUpDue(db, now, defaultRetention, { workspaces: 1, hours: 2 })).toBe(2);
  expect(await rollUpDue(db, now, defaultRetention, { workspaces: 1, hours: 100 })).toBeGreaterThan(3);
});
