import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import { openDatabase } from "../../db/database";
import { insertSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";
import type { FaultSubject } from "../../sources/testing/fault-subject";
import { faultSubjects } from "../../sources/testing/fault-subjects";
import { connect, owner } from "../testing/socket";
import { upstreamForEachTest } from "../testing/upstream";

const URL_A = "http://a.test/data";
const upstream = upstreamForEachTest();
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

/** A workspace whose one source, `a`, reads this subject's answers, and has read 1. */
async function reading(subject: FaultSubject) {
  const id = `w-${crypto.randomUUID()}`;
  const answer = (value: number) =>
    new Response(subject.good(value), { headers: { "Content-Type": subject.contentType } });
  upstream.current.set(URL_A, () => answer(1));
  const { kind, settings } = subject;
  const made = { slug: "a", name: "a", kind, settings: settings(URL_A), interval: 60_000 };
  await insertSource(openDatabase(env.DB), id, { ...made, id: crypto.randomUUID(), now: new Date() });
  const object = liveObject(env, id);
  await object.sourcesChanged();
  const value = async () => {
    // The stub of an object that was aborted is of no more use.
    const { values } = await liveObject(env, id).changesSince(owner, [`a.${subject.path}`], null);
    const held = values[0]?.value;
    return held === undefined ? undefined : (subject.numberIn?.(held) ?? held);
  };
  await settled(async () => expect(await value()).toBe(1));
  const stub = env.DASHBOARD.getByName(id);
  const alarm = () => runInDurableObject(stub, (_, state) => state.storage.getAlarm());
  return { id, object, stub, answer, value, alarm, asked: () => upstream.current.count(URL_A) };
}

describe.each(faultSubjects.map((subject) => [subject.kind, subject] as const))("%s in the object", (_, subject) => {
  test("[FA3] the next look is set while an upstream hangs", async () => {
    const { object, alarm, asked } = await reading(subject);
    upstream.current.set(URL_A, () => new Promise(() => {}));
    await object.refreshNow("a");
    await settled(() => expect(asked()).toBe(2));
    expect(await alarm()).not.toBeNull();
  });

  test("[FA8] aborted in the middle of a read it keeps what there was, and its readers what they have", async () => {
    const { id, object, answer, alarm, asked, value } = await reading(subject);
    const held = Promise.withResolvers<Response>();
    upstream.current.set(URL_A, () => held.promise);
    await object.refreshNow("a");
    await settled(() => expect(asked()).toBe(2));
    await abortAllDurableObjects();
    upstream.current.set(URL_A, () => answer(3));
    held.resolve(answer(2));
    const again = liveObject(env, id);
    expect(await value()).toBe(1);
    expect(await alarm()).not.toBeNull();
    const reader = await connect(id);
    reader.subscribe([`a.${subject.path}`]);
    await again.refreshNow("a");
    await settled(async () => expect(await value()).toBe(3));
    const [key] = (await again.changesSince(owner, [`a.${subject.path}`], null)).values;
    // In its first answer or in a step: to watch a source is a reason to read it.
    await settled(() => expect(JSON.stringify(reader.heard)).toContain(`"rev":${key?.rev}`));
  });

  test("[FA9] an alarm that throws seven times is set again by the next contact", async () => {
    const { stub, object, alarm } = await reading(subject);
    await runInDurableObject(stub, async (instance, state) => {
      vi.spyOn(instance, "alarm").mockImplementation(() => {
        throw new Error("seven times");
      });
      for (let i = 0; i < 7; i++) expect(() => instance.alarm?.()).toThrow("seven times");
      await state.storage.deleteAlarm();
    });
    expect(await alarm()).toBeNull();
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
    await object.poke();
    expect(await alarm()).not.toBeNull();
  });

  test("[FA10] alarms at once, and a refresh between them, ask once and commit nothing", async () => {
    const { stub, object, asked } = await reading(subject);
    upstream.current.set(URL_A, () => new Promise(() => {}));
    await object.refreshNow("a");
    await settled(() => expect(asked()).toBe(2));
    const { cursor } = await object.changesSince(owner, ["a.*"], null);
    const alarms = [runDurableObjectAlarm(stub), runDurableObjectAlarm(stub)];
    await Promise.all([...alarms, object.refreshNow("a"), object.poke()]);
    expect(asked()).toBe(2);
    expect((await object.changesSince(owner, ["a.*"], null)).cursor).toBe(cursor);
  });
});
