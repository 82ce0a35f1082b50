import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { liveObject } from "../../server/live-object";
import { enter, join, signUp } from "../testing/person";
import { connect, owner, type Reader } from "../testing/socket";
import { upstreamForEachTest } from "../testing/upstream";

upstreamForEachTest();
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const named = (reader: Reader, key: string) =>
  [...reader.of("snapshot").flatMap(({ values }) => values), ...reader.of("data_update").flatMap((one) => one.updates)]
    .filter((one) => one.key === key)
    .at(-1);
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

async function reading(workspace: string, person: Parameters<typeof enter>[0]): Promise<Reader> {
  const reader = await enter(person, workspace);
  reader.subscribe(["$members", "$boards.*"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  return reader;
}

test("[PE3] the first contact reads who is there and which boards there are; a board that is made or goes is told of", async () => {
  const ada = await signUp();
  const { workspace } = ada;
  const reader = await reading(workspace, ada);
  expect(reader.of("snapshot")[0]?.values).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ value: { slug: "this-machine", title: "This machine", version: 1 } }),
      expect.objectContaining({ key: "$members", value: [expect.objectContaining({ id: ada.userId, role: "owner" })] }),
    ]),
  );
  const board = `INSERT INTO board (id, workspace_id, slug, document, created_at, updated_at) VALUES (?, ?, 'two', ?, 0, 0)`;
  await run(board, "b2", workspace, JSON.stringify({ schema: 1, title: "Two", panels: [] }));
  await liveObject(env, workspace).boardsChanged();
  await settled(() => expect(named(reader, "$boards.b2")).toMatchObject({ value: { slug: "two", title: "Two" } }));
  await run("DELETE FROM board WHERE id = ?", "b2");
  await liveObject(env, workspace).boardsChanged();
  await settled(() => expect(named(reader, "$boards.b2")).toMatchObject({ removed: true }));
});

test("[PE3] who joined without the object being told is there after the next look at the rights", async () => {
  const ada = await signUp();
  const reader = await reading(ada.workspace, ada);
  const ben = await join(ada.workspace, "viewer");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6_000 });
  try {
    const other = await reading(ada.workspace, ben);
    for (const one of [reader, other]) {
      await settled(() => expect(JSON.stringify(named(one, "$members"))).toContain(ben.userId));
    }
  } finally {
    vi.useRealTimers();
  }
});

test("[PE3] an object of nobody holds no such key", async () => {
  const workspace = `w-${crypto.randomUUID()}`;
  await connect(workspace);
  const { values, cursor } = await liveObject(env, workspace).changesSince(owner, ["$members", "$boards.*"], null);
  expect([values, cursor.endsWith(":0")]).toEqual([[], true]);
});
