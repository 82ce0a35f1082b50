import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { Json } from "../../core/json";
import { openDatabase } from "../../db/database";
import { workspacesToPoke } from "../../db/queries/live-overdue";
import { removeSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";
import { enter, join, type Person, signUp } from "../testing/person";
import type { Reader } from "../testing/socket";
import { addEditable, addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const URL_A = "http://a.test/metrics";
const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

/** A workspace with a list that people write. */
async function harbour() {
  const owner = await signUp();
  await addEditable(owner.workspace, "todo");
  return { owner, workspace: owner.workspace, object: env.DASHBOARD.getByName(owner.workspace) };
}

async function reading(person: Person, workspace: string): Promise<Reader> {
  const reader = await enter(person, workspace);
  reader.subscribe(["todo.*", "$sources.todo"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  return reader;
}

const say = ({ socket }: Reader, frame: Record<string, Json>) => socket.send(JSON.stringify(frame));
const answers = ({ heard }: Reader) => heard.filter(({ type }) => type === "done" || type === "error");
const updates = (reader: Reader) => reader.of("data_update").flatMap((frame) => frame.updates);

test("[W15] what one writes, both see; the writer before it hears that it is done", async () => {
  const { owner, workspace } = await harbour();
  const guest = await join(workspace, "editor");
  const [ada, bob] = [await reading(owner, workspace), await reading(guest, workspace)];
  expect(bob.of("snapshot")[0]?.values).toMatchObject([
    { key: "$sources.todo", value: { state: "ok", name: "todo", interval: null, keys: 0 } },
  ]);
  say(ada, { type: "set", id: "w1", key: "todo.a", value: { done: false } });
  await settled(() => expect(answers(ada)).toMatchObject([{ type: "done", id: "w1" }]));
  expect(ada.heard.slice(-2).map(({ type }) => type)).toEqual(["data_update", "done"]);
  await settled(() => expect(updates(bob)).toHaveLength(2));
  expect(updates(bob)).toMatchObject([
    { key: "todo.a", value: { done: false }, meta: { kind: "value" } },
    { key: "$sources.todo" },
  ]);
  const rev = ada.of("done")[0]?.rev ?? 0;
  say(bob, {
    type: "set",
    id: "w1",
    key: "todo.a",
    patch: [{ op: "replace", path: "/done", value: true }],
    ifRev: rev,
  });
  await settled(() => expect(updates(ada).at(-1)).toMatchObject({ key: "todo.a", value: { done: true } }));
  say(ada, { type: "append", id: "w2", key: "todo.log", data: "one" });
  await settled(() => expect(updates(bob)).toContainEqual(expect.objectContaining({ key: "todo.log" })));
});

test("[W11] a repeat after the object was evicted, on another socket, is answered as the first and changes nothing", async () => {
  const { owner, workspace, object } = await harbour();
  const [ada, bob] = [await reading(owner, workspace), await reading(await join(workspace, "admin"), workspace)];
  const write = { type: "append", id: "w1", key: "todo.log", data: "hello" };
  say(ada, write);
  await settled(() => expect(answers(ada)).toHaveLength(1));
  const first = answers(ada)[0];
  say(bob, { type: "set", id: "w1", key: "todo.a", value: 1 });
  await settled(() => expect(answers(bob)).toMatchObject([{ type: "done" }]));
  await evictDurableObject(object, { webSockets: "hibernate" });
  say(ada, write);
  await settled(() => expect(answers(ada)).toEqual([first, first]));
  const again = await reading(owner, workspace);
  say(again, write);
  await settled(() => expect(answers(again)).toEqual([first]));
  const stream = again.of("snapshot")[0]?.values.find(({ key }) => key === "todo.log");
  expect(stream?.value).toMatchObject([{ data: "hello" }]);
});

test("[W5] [W1] a conflict, a key of another source, a viewer, a key of nobody", async () => {
  const { owner, workspace } = await harbour();
  upstream.current.text(URL_A, "load 1\n");
  await addSource(workspace, "a", URL_A);
  const [ada, eve] = [await reading(owner, workspace), await reading(await join(workspace, "viewer"), workspace)];
  say(ada, { type: "set", id: "w1", key: "todo.a", value: 1, ifRev: 0 });
  say(ada, { type: "set", id: "w2", key: "todo.a", value: 2, ifRev: 0 });
  say(ada, { type: "set", id: "w3", key: "a.load", value: 2 });
  say(ada, { type: "set", id: "w4", key: "nobody.a", value: 2 });
  await settled(() => expect(answers(ada)).toHaveLength(4));
  const rev = ada.of("done")[0]?.rev;
  expect(ada.of("error")).toMatchObject([
    { id: "w2", code: "conflict", retry: "now", current: { rev, value: 1 } },
    { id: "w3", code: "read_only", retry: "never" },
    { id: "w4", code: "not_found", retry: "never" },
  ]);
  say(eve, { type: "set", id: "w1", key: "todo.a", value: 3 });
  await settled(() => expect(answers(eve)).toMatchObject([{ id: "w1", code: "forbidden" }]));
});

test("[R23] a workspace that only people write to has no schedule, is not poked, and loses the keys with the source", async () => {
  const { owner, workspace, object } = await harbour();
  const ada = await reading(owner, workspace);
  const db = openDatabase(env.DB);
  // Those that a new workspace begins with.
  await env.DB.prepare("DELETE FROM source WHERE workspace_id = ? AND slug <> 'todo'").bind(workspace).run();
  expect(await workspacesToPoke(db, [new Date(0), new Date(0)])).not.toContain(workspace);
  say(ada, { type: "set", id: "w1", key: "todo.a", value: 1 });
  await settled(() => expect(answers(ada)).toMatchObject([{ type: "done" }]));
  await evictDurableObject(object, { webSockets: "hibernate" });
  const live = liveObject(env, workspace);
  await live.sourcesChanged();
  const { sessionId, userId } = owner;
  const principal = { kind: "member", userId, name: "Ada", role: "owner", sessionId, sessionEnds: 4e12 } as const;
  expect((await live.changesSince(principal, ["todo.*"], null)).values).toMatchObject([{ key: "todo.a", value: 1 }]);
  const rows = await runInDurableObject(object, (_, { storage }) =>
    storage.sql.exec("SELECT slug FROM schedule").toArray(),
  );
  expect(rows).toEqual([]);
  await removeSource(db, workspace, "todo", { now: new Date(), keys: null });
  await live.sourcesChanged();
  expect((await live.changesSince(principal, ["todo.*", "$sources.*"], null)).values).toEqual([]);
  say(ada, { type: "set", id: "w2", key: "todo.a", value: 1 });
  await settled(() => expect(answers(ada)).toContainEqual(expect.objectContaining({ id: "w2", code: "not_found" })));
});
