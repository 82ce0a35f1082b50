import { env, exports } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { revokeKey } from "../server/api-keys";
import { quietUpstream } from "../server/testing/quiet-upstream";
import { commit } from "./testing/commit";
import { get, streamOf } from "./testing/event-stream";
import { join, type Person, signUp, upgrade } from "./testing/person";
import { signUpProgram } from "./testing/program";
import { readerOf } from "./testing/socket";

quietUpstream();

const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const NOBODY = new Headers();

afterEach(() => {
  vi.useRealTimers();
});

function post(workspace: string, headers: Headers, query = ""): Promise<Response> {
  const url = `http://localhost:8787/live/${workspace}/ticket${query}`;
  return exports.default.fetch(url, { method: "POST", headers });
}

async function ticketOf({ browser }: Person, workspace: string): Promise<string> {
  const answer = await post(workspace, browser.headers);
  expect(answer.status).toBe(200);
  return (await answer.json<{ ticket: string }>()).ticket;
}

/** What a ticket alone comes to. */
async function use(workspace: string, ticket: string): Promise<number> {
  const answer = await get(`${workspace}/values?keys=a.*&ticket=${ticket}`, NOBODY);
  await answer.body?.cancel();
  return answer.status;
}

test("[T12] a ticket opens each of the transports, once", async () => {
  const person = await signUp();
  const { workspace } = person;
  await commit(workspace, { "a.n": 1 });
  const [one, two, three] = [
    await ticketOf(person, workspace),
    await ticketOf(person, workspace),
    await ticketOf(person, workspace),
  ];
  const reader = readerOf(await upgrade(`${workspace}?ticket=${one}`, NOBODY));
  await settled(() =>
    expect(reader.of("welcome")).toMatchObject([{ principal: { id: person.userId, role: "owner" } }]),
  );
  const stream = streamOf(await get(`${workspace}/events?keys=a.*&ticket=${two}`, NOBODY));
  await settled(() => expect(stream.of("snapshot")).toMatchObject([{ values: [{ value: 1 }] }]));
  expect(await use(workspace, three)).toBe(200);
  for (const spent of [one, two, three]) expect(await use(workspace, spent)).toBe(401);
  expect((await upgrade(`${workspace}?ticket=${one}`, person.browser.headers)).status).toBe(401);
});

test("[T12] of many who use one at once, one gets in", async () => {
  const person = await signUp();
  const ticket = await ticketOf(person, person.workspace);
  const answers = await Promise.all(Array.from({ length: 8 }, () => use(person.workspace, ticket)));
  expect(answers.toSorted((a, b) => a - b)).toEqual([200, ...Array<number>(7).fill(401)]);
});

test("[T13] a ticket is good for 30 s", async () => {
  const person = await signUp();
  const asked = Date.now();
  const answer = await post(person.workspace, person.browser.headers);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const { ticket, expires } = await answer.json<{ ticket: string; expires: number }>();
  expect(expires - asked).toBeGreaterThanOrEqual(30_000);
  expect(expires - Date.now()).toBeLessThanOrEqual(30_000);
  vi.useFakeTimers({ toFake: ["Date"], now: expires });
  expect(await use(person.workspace, ticket)).toBe(401);
});

test("[T13] it opens the workspace that it was made for, by id or slug, and is spent by the try at another", async () => {
  const person = await signUp();
  const other = await signUp();
  await env.DB.prepare("INSERT INTO member (id, organization_id, user_id, role, created_at) VALUES (?, ?, ?, ?, 0)")
    .bind(crypto.randomUUID(), other.workspace, person.userId, "viewer")
    .run();
  const ticket = await ticketOf(person, person.workspace);
  expect(await use(other.workspace, ticket)).toBe(404);
  expect(await use(person.workspace, ticket)).toBe(401);
  const row = await env.DB.prepare("SELECT slug FROM organization WHERE id = ?")
    .bind(person.workspace)
    .first<{ slug: string }>();
  expect(await use(row?.slug ?? "", await ticketOf(person, person.workspace))).toBe(200);
});

test("[T13] it is worth what its session is: nothing after a sign-out, the role of now after a change", async () => {
  const { workspace } = await signUp();
  const person = await join(workspace, "viewer");
  const [later, last] = [await ticketOf(person, workspace), await ticketOf(person, workspace)];
  await env.DB.prepare("UPDATE member SET role = 'editor' WHERE user_id = ? AND organization_id = ?")
    .bind(person.userId, workspace)
    .run();
  const reader = readerOf(await upgrade(`${workspace}?ticket=${later}`, NOBODY));
  await settled(() => expect(reader.of("welcome")).toMatchObject([{ principal: { role: "editor" } }]));
  await person.browser.logOut();
  await settled(() => expect(reader.closed?.code).toBe(4501));
  expect(await use(workspace, last)).toBe(401);
});

test("[T13] one that was made with an API key is worth what the key is", async () => {
  const { access, keyId, owner, text } = await signUpProgram();
  const bearer = new Headers({ Authorization: `Bearer ${text}` });
  const make = async () => (await (await post(owner.workspace, bearer)).json<{ ticket: string }>()).ticket;
  const reader = readerOf(await upgrade(`${owner.workspace}?ticket=${await make()}`, NOBODY));
  await settled(() => expect(reader.of("welcome")).toMatchObject([{ principal: { kind: "key", id: keyId } }]));
  const ticket = await make();
  await revokeKey(env, access, keyId);
  expect(await use(owner.workspace, ticket)).toBe(401);
});

test("[T14] who may not read gets none; a ticket gets no other", async () => {
  const person = await signUp();
  const other = await signUp();
  const { workspace } = person;
  expect((await post(workspace, NOBODY)).status).toBe(401);
  expect((await post(workspace, other.browser.headers)).status).toBe(404);
  expect((await post("public", person.browser.headers)).status).toBe(404);
  const foreign = new Headers(person.browser.headers);
  foreign.set("Origin", "https://evil.example");
  expect((await post(workspace, foreign)).status).toBe(403);
  foreign.delete("Origin");
  foreign.set("Sec-Fetch-Site", "same-origin");
  expect((await post(workspace, foreign)).status).toBe(403);
  const ticket = await ticketOf(person, workspace);
  expect((await post(workspace, NOBODY, `?ticket=${ticket}`)).status).toBe(401);
  expect((await get(`${workspace}/ticket`, person.browser.headers)).status).toBe(405);
  for (const none of ["", "x", "0".repeat(64), `${ticket}0`, ticket.toUpperCase()]) {
    expect(await use(workspace, none)).toBe(401);
  }
  expect(await use(workspace, ticket)).toBe(200);
});

test("[T14] a session has 20 unused tickets at most; those that ran out make room", async () => {
  const person = await signUp();
  for (let i = 0; i < 20; i++) await ticketOf(person, person.workspace);
  const refused = await post(person.workspace, person.browser.headers);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "30"]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
  await ticketOf(person, person.workspace);
});

test("[T15] neither the database, nor the object, nor a log is told a ticket", async () => {
  const person = await signUp();
  const { workspace } = person;
  const ticket = await ticketOf(person, workspace);
  const { results } = await env.DB.prepare("SELECT * FROM ticket").all();
  expect(results.length).toBeGreaterThan(0);
  expect(JSON.stringify(results)).not.toContain(ticket);
  const seen: string[] = [];
  vi.spyOn(env.DASHBOARD, "getByName").mockImplementation((): never => {
    throw new Error("the object is away");
  });
  const said = vi.spyOn(console, "error").mockImplementation((line) => void seen.push(String(line)));
  expect((await get(`${workspace}/events?keys=a&ticket=${ticket}`, NOBODY)).status).toBe(503);
  vi.spyOn(Object.getPrototypeOf(env.DB), "prepare").mockImplementation((sql) => {
    throw new Error(`D1 is away: ${String(sql)}`);
  });
  expect((await get(`${workspace}/events?keys=a&ticket=${ticket}`, NOBODY)).status).toBe(503);
  expect(said).toHaveBeenCalledTimes(2);
  expect(seen.join()).not.toContain(ticket);
  vi.restoreAllMocks();
  const object = env.DASHBOARD.getByName(workspace);
  const asked: string[] = [];
  vi.spyOn(env.DASHBOARD, "getByName").mockImplementation(() => {
    vi.spyOn(object, "fetch").mockImplementation((request) => {
      asked.push(request instanceof Request ? request.url : String(request));
      return Promise.resolve(new Response("ok"));
    });
    return object;
  });
  const fresh = await ticketOf(person, workspace);
  await get(`${workspace}/events?keys=a&ticket=${fresh}`, NOBODY);
  await upgrade(`${workspace}?ticket=${await ticketOf(person, workspace)}`, NOBODY);
  expect(asked).toEqual(["https://object/events?keys=a", "https://object/"]);
  vi.restoreAllMocks();
});
