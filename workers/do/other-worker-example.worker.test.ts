import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { PUSH } from "../../core/sources/written";
import { liveObject } from "../../server/live-object";
import { commit } from "../testing/commit";
import { abortObject, example } from "../testing/other-worker";
import { connect, owner } from "../testing/socket";
import { addEditable } from "../testing/sources";

const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

async function shop(): Promise<string> {
  const id = `w-${crypto.randomUUID()}`;
  await addEditable(id, "shop");
  await addEditable(id, "derived", PUSH);
  return id;
}

test("[O10] the example beside ours: what people see reaches it, and what it makes of that reaches them", async () => {
  const id = await shop();
  const page = await connect(id);
  page.subscribe(["derived.*"]);
  const totals = () =>
    page.of("data_update").flatMap(({ updates }) => updates.map((one) => "value" in one && one.value));
  const write = (key: string, value: number) =>
    page.socket.send(JSON.stringify({ type: "set", id: crypto.randomUUID(), key, value }));
  write("shop.a", 1);
  await example().watch(id);
  await settled(() => expect(totals().at(-1)).toBe(1));
  write("shop.b", 2);
  await settled(() => expect(totals().at(-1)).toBe(3));
  // Each call may publish, and what it publishes may lead to calls: nothing of it adds up.
  for (let n = 3; n < 60; n++) {
    write("shop.b", n);
    await settled(() => expect(totals().at(-1)).toBe(n + 1));
  }
});

test("[O10] the example goes on from its cursor when our object was restarted", async () => {
  const id = await shop();
  await commit(id, { "shop.a": 1, "shop.b": 2 });
  const total = async () => {
    const { values } = await liveObject(env, id).changesSince(owner, ["derived.total"], null);
    return values[0]?.value;
  };
  await example().watch(id);
  await settled(async () => expect(await total()).toBe(3));
  await abortObject(id);
  await commit(id, { "shop.b": 5 });
  await settled(async () => {
    await example().watch(id);
    expect(await total()).toBe(6);
  });
});
