import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { makeApiKey } from "../../server/api-keys";
import { liveObject } from "../../server/live-object";
import { changeRole, removeMember } from "../../server/members";
import { formOf } from "../../server/testing/browser";
import { enter, join, type Person, signUp, upgrade } from "../testing/person";
import { accessOf } from "../testing/program";
import { connect, type Reader, readerOf } from "../testing/socket";
import { addSource } from "../testing/sources";
import { upstreamForEachTest } from "../testing/upstream";

const upstream = upstreamForEachTest();
const URL_A = "http://a.test/metrics";
const settled = (check: () => void | Promise<void>, timeout = 5_000) => vi.waitFor(check, { timeout, interval: 20 });
const run = (sql: string, ...values: string[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

afterEach(() => {
  vi.useRealTimers();
});

/** A workspace with a source whose value moves when it is told to, its owner, and a guest with a role. */
async function harbour(role = "viewer") {
  const owner = await signUp();
  const guest = await join(owner.workspace, role);
  let value = 0;
  upstream.current.set(URL_A, () => new Response(`load ${value}\n`));
  await addSource(owner.workspace, "a", URL_A);
  const object = liveObject(env, owner.workspace);
  const look = () => object.refreshNow("a");
  const move = async () => {
    value += 1;
    await look();
  };
  return { owner, guest, workspace: owner.workspace, move, look };
}

async function reading(person: Person, workspace: string): Promise<Reader> {
  const reader = await enter(person, workspace);
  reader.subscribe(["a.*", "$sources.a"]);
  await settled(() => expect(reader.of("snapshot")).toHaveLength(1));
  return reader;
}

/** The next values of `a.load` reach them. */
async function hears(reader: Reader, move: () => Promise<void>): Promise<void> {
  const before = valuesOf(reader).length;
  await move();
  await settled(() => expect(valuesOf(reader).length).toBeGreaterThan(before));
}

function valuesOf(reader: Reader) {
  return reader.of("data_update").flatMap(({ updates }) => updates.filter(({ key }) => key === "a.load"));
}

/** The object's clock, moved by hand: timers and D1 go on. */
function later(milliseconds: number): void {
  const now = Date.now() + milliseconds;
  vi.useFakeTimers({ toFake: ["Date"], now });
}

test("[L2] [L4] whoever lost a session, a place or a role that nobody told the object of is out within 5 s, and hears nothing after", async () => {
  const { owner, guest, workspace, move } = await harbour();
  const [gone, moved] = [await join(workspace, "viewer"), await join(workspace, "viewer")];
  const stays = await reading(owner, workspace);
  const readers = {
    4501: await reading(guest, workspace),
    4503: await reading(gone, workspace),
    4003: await reading(moved, workspace),
  };
  await hears(readers[4003], move);
  const lostAt = Date.now();
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  await run("DELETE FROM member WHERE user_id = ? AND organization_id = ?", gone.userId, workspace);
  await run("UPDATE member SET role = 'editor' WHERE user_id = ? AND organization_id = ?", moved.userId, workspace);
  await settled(async () => {
    await move();
    expect(Object.values(readers).map(({ closed }) => closed?.code)).toEqual([4003, 4501, 4503]);
  }, 7_000);
  expect(Date.now() - lostAt).toBeLessThan(5_500);
  const heard = Object.values(readers).map((reader) => reader.heard.length);
  await hears(stays, move);
  expect(Object.values(readers).map((reader) => reader.heard.length)).toEqual(heard);
  for (const reader of Object.values(readers)) expect(reader.heard.at(-1)).toMatchObject({ type: "bye" });
  expect(stays.closed).toBeNull();
}, 15_000);

test("[L8] a key that was revoked without a word to the object is out within 5 s as well; another key stays", async () => {
  const { owner, workspace, move } = await harbour();
  const keys = await Promise.all(["Till 1", "Till 2"].map((name) => makeApiKey(env, accessOf(owner), name)));
  const readers = await Promise.all(
    keys.map(async (key) => {
      const bearer = `Bearer ${key.ok ? key.text : ""}`;
      const reader = readerOf(await upgrade(workspace, new Headers({ Authorization: bearer })));
      reader.subscribe(["a.*"]);
      return reader;
    }),
  );
  const [till, other] = [readers[0] as Reader, readers[1] as Reader];
  await hears(till, move);
  await run("UPDATE api_key SET revoked_at = 1 WHERE workspace_id = ? AND name = 'Till 1'", workspace);
  await settled(async () => {
    await move();
    expect(till.closed).toMatchObject({ code: 4501 });
  }, 7_000);
  await hears(other, move);
  expect(other.closed).toBeNull();
}, 15_000);

test("[L5] an object that slept sends nothing before it has looked: whose session went meanwhile is closed, others hear", async () => {
  const { owner, guest, workspace, move } = await harbour();
  const [stays, out] = [await reading(owner, workspace), await reading(guest, workspace)];
  await hears(out, move);
  await evictDurableObject(env.DASHBOARD.getByName(workspace), { webSockets: "hibernate" });
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  const before = out.heard.length;
  await hears(stays, move);
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
  expect(out.heard.slice(before)).toMatchObject([{ type: "bye", code: 4501 }]);
});

test("[L5] what a woken object is asked waits for the look as well, and is answered in its order", async () => {
  const { owner, guest, workspace, move } = await harbour();
  const [stays, out] = [await reading(owner, workspace), await reading(guest, workspace)];
  await hears(out, move);
  await evictDurableObject(env.DASHBOARD.getByName(workspace), { webSockets: "hibernate" });
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  const before = out.heard.length;
  for (const reader of [out, stays]) {
    reader.socket.send(JSON.stringify({ type: "resync", id: "first", keys: ["a.load"] }));
    reader.socket.send(JSON.stringify({ type: "unsubscribe", id: "second", keys: ["a.*"] }));
  }
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
  await settled(() => expect(stays.heard.slice(-2)).toMatchObject([{ id: "first" }, { id: "second" }]));
  expect(out.heard.slice(before)).toMatchObject([{ type: "bye" }]);
});

test("[L5] hibernation forgets neither the version that was looked at nor who came with older rights", async () => {
  const { owner, workspace, move } = await harbour();
  const stays = await reading(owner, workspace);
  await hears(stays, move);
  // No session of that name exists, and no version was said: as old as can be.
  const out = await connect(workspace);
  await evictDurableObject(env.DASHBOARD.getByName(workspace), { webSockets: "hibernate" });
  await hears(stays, move);
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
  expect(out.of("data_update")).toEqual([]);
});

test("[L5] waking costs one look at the version, and none at each connection", async () => {
  const { owner, workspace, move } = await harbour();
  const stays = await reading(owner, workspace);
  await hears(stays, move);
  await evictDurableObject(env.DASHBOARD.getByName(workspace), { webSockets: "hibernate" });
  const prepared = vi.spyOn(Object.getPrototypeOf(env.DB), "prepare");
  await hears(stays, move);
  const asked = prepared.mock.calls.map(([sql]) => String(sql));
  expect(asked.filter((sql) => sql.includes('"rights"'))).toHaveLength(1);
  expect(asked.filter((sql) => sql.includes("json_each"))).toEqual([]);
});

test("[L2] a beat is data too: it waits for the look, and is not lost", async () => {
  const { owner, guest, workspace, move, look } = await harbour();
  const [stays, out] = [await reading(owner, workspace), await reading(guest, workspace)];
  await hears(out, move);
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  const before = { beats: stays.of("beat").length, heard: out.heard.length };
  later(6_000);
  await look();
  await settled(() => expect(stays.of("beat").length).toBeGreaterThan(before.beats));
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
  expect(out.heard.slice(before.heard)).toMatchObject([{ type: "bye" }]);
});

test("[L6] while D1 cannot say, values go on and it is told; once it can, the session is over", async () => {
  const { guest, workspace, move } = await harbour();
  const out = await reading(guest, workspace);
  await hears(out, move);
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const proto: D1Database = Object.getPrototypeOf(env.DB);
  const prepare = Reflect.get(proto, "prepare");
  const away = vi.spyOn(proto, "prepare").mockImplementation(function (this: D1Database, sql: string) {
    if (sql.includes('"rights"')) throw new Error("D1 is away");
    return prepare.call(this, sql);
  });
  later(6_000);
  await hears(out, move);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("rights_unread"));
  expect(out.closed).toBeNull();
  later(3_000);
  await hears(out, move);
  expect(said).toHaveBeenCalledTimes(1);
  away.mockRestore();
  later(2_000);
  await move();
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
});

test("those who are told of lose their sockets at once, without any look", async () => {
  const { owner, guest, workspace } = await harbour();
  const moved = await join(workspace, "viewer");
  const [out, other] = [await reading(guest, workspace), await reading(moved, workspace)];
  const ada = { name: "Ada", sessionEnds: 4_000_000_000_000 };
  const access = {
    session: {
      id: owner.sessionId,
      expiresAt: new Date(),
      user: { id: owner.userId, name: "Ada", email: owner.address },
    },
    workspace: { id: workspace, slug: "harbour", name: "Harbour" },
    principal: { kind: "member", ...ada, role: "owner", userId: owner.userId, sessionId: owner.sessionId },
  } as const;
  const idOf = async ({ userId }: Person) =>
    (await env.DB.prepare("SELECT id FROM member WHERE user_id = ? AND organization_id = ?")
      .bind(userId, workspace)
      .first<string>("id")) ?? "";
  await removeMember(env, access, await idOf(guest));
  await changeRole(env, access, formOf({ member: await idOf(moved), role: "editor" }));
  await settled(() => expect([out.closed?.code, other.closed?.code]).toEqual([4003, 4003]));
});

test("a resume is authorised like a first visit: with the role of now, or not at all", async () => {
  const { guest, workspace, move } = await harbour();
  const first = await reading(guest, workspace);
  await hears(first, move);
  const since = first.of("data_update").at(-1)?.cursor;
  first.socket.close();
  await run("UPDATE member SET role = 'editor' WHERE user_id = ? AND organization_id = ?", guest.userId, workspace);
  const second = await enter(guest, workspace);
  second.subscribe(["a.*"], since);
  await settled(() => expect(second.of("snapshot")).toMatchObject([{ full: false }]));
  expect(second.of("welcome")).toMatchObject([{ principal: { role: "editor" } }]);
  second.socket.close();
  await run("DELETE FROM member WHERE user_id = ? AND organization_id = ?", guest.userId, workspace);
  expect((await upgrade(workspace, guest.browser.headers)).status).toBe(404);
  await run("DELETE FROM session WHERE id = ?", guest.sessionId);
  expect((await upgrade(workspace, guest.browser.headers)).status).toBe(401);
});

test("a workspace and a person that are deleted take their sockets with them", async () => {
  const { owner, guest, workspace, move } = await harbour();
  const [stays, out] = [await reading(owner, workspace), await reading(guest, workspace)];
  await hears(out, move);
  await run("DELETE FROM user WHERE id = ?", guest.userId);
  later(6_000);
  await move();
  await settled(() => expect(out.closed).toMatchObject({ code: 4501 }));
  expect(stays.closed).toBeNull();
  await run("DELETE FROM organization WHERE id = ?", workspace);
  later(6_000);
  await move();
  await settled(() => expect(stays.closed).toMatchObject({ code: 4503 }));
});
