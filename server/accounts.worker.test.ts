import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { isListRows } from "../core/boards/list-rows";
import { LiveError } from "../core/errors";
import { openDatabase } from "../db/database";
import { findBoard, listBoards } from "../db/queries/boards";
import { listSources } from "../db/queries/sources";
import { listMemberships } from "../db/queries/workspaces";
import { homePath } from "./home-path";
import { liveObject } from "./live-object";
import { readPrincipal } from "./read-principal";
import { readSession } from "./session";
import { starterBoard } from "./starter-board";
import { LOG_KEY, NOTE_KEY, TODO_KEY, teamBoard } from "./team-board";
import { starter } from "./team-start";
import { Browser } from "./testing/browser";
import { quietUpstream } from "./testing/quiet-upstream";

quietUpstream();
const db = openDatabase(env.DB);
const email = () => `${crypto.randomUUID()}@harbour.example`;

async function signedUp(workspace = "Harbour") {
  const browser = new Browser();
  const address = email();
  const result = await browser.signUp({ email: address, workspace });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const session = await readSession(browser.headers, env);
  if (!session) throw new Error("no session after signing up");
  const [membership] = await listMemberships(db, session.user.id);
  if (!membership) throw new Error("no workspace after signing up");
  return { browser, email: address, result, session, ...membership };
}

test("signing up makes a person, a workspace, its owner, the machine's source and its board", async () => {
  const { result, session, workspace, role } = await signedUp("Harbour Watch");
  expect(result.path).toBe("/w/harbour-watch/b/this-machine");
  expect(session.user).toMatchObject({ name: "Night desk" });
  expect({ workspace, role }).toMatchObject({
    workspace: { slug: "harbour-watch", name: "Harbour Watch" },
    role: "owner",
  });
  expect(await listSources(db, workspace.id)).toEqual([
    expect.objectContaining({ slug: "events", kind: "push" }),
    expect.objectContaining({
      slug: "node",
      kind: "prometheus-scrape",
      settings: { url: "upstream:machine", prefix: "machine_" },
      interval: 2_000,
      enabled: true,
    }),
    expect.objectContaining({ slug: "team", kind: "editable" }),
  ]);
  expect((await findBoard(db, workspace.id, "this-machine"))?.document).toEqual(starterBoard);
});

test("every workspace has a board to meet on, with something on it; without a machine to read it comes first", async () => {
  const browser = new Browser({ UPSTREAM_MACHINE: "" });
  const address = email();
  expect(await browser.signUp({ email: address, workspace: "Lighthouse" })).toMatchObject({
    ok: true,
    path: "/w/lighthouse/templates?first",
  });
  const session = await readSession(browser.headers, env);
  const [membership] = await listMemberships(db, session?.user.id ?? "");
  const { id = "" } = membership?.workspace ?? {};
  expect((await listBoards(db, id)).map(({ document }) => document)).toEqual([teamBoard]);
  const { values } = await liveObject(env, id).changesSince(starter, ["*"], null);
  const held = new Map(values.map(({ key, value }) => [key, value]));
  expect([...held.keys()].sort()).toEqual([LOG_KEY, NOTE_KEY, TODO_KEY]);
  expect(isListRows(held.get(TODO_KEY))).toBe(true);
  expect(held.get(LOG_KEY)).toMatchObject([{ data: { text: "The workspace Lighthouse was made" } }]);
});

test("two workspaces of one name get two addresses, also at the same moment", async () => {
  const both = await Promise.all([signedUp("Twin"), signedUp("Twin")]);
  expect(both.map(({ workspace }) => workspace.slug).sort()).toEqual(["twin", "twin-2"]);
});

test("the session's cookie is for the server's eyes only and lasts thirty days", async () => {
  const { result } = await signedUp();
  const cookie = result.headers.getSetCookie().find((line) => line.startsWith("deltaboard.session_token="));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).toMatch(/Max-Age=2592000/);
  expect(cookie).not.toMatch(/Secure|Domain/);
});

test("on https the cookie is Secure", async () => {
  const base = "https://board.example.org";
  const browser = new Browser({ BASE_URL: base });
  browser.headers.set("Origin", base);
  const result = await browser.signUp({ email: email(), workspace: "Safe" });
  expect(result.ok && result.headers.getSetCookie()[0]).toMatch(/^__Secure-deltaboard\.session_token=.*; Secure/);
});

test("an address that has an account is told at its field, in any case of letters", async () => {
  const { email: taken } = await signedUp();
  expect(await new Browser().signUp({ email: taken.toUpperCase(), workspace: "Other" })).toMatchObject({
    ok: false,
    errors: { email: "This address has an account." },
  });
});

test("logging in again, and out, which ends the session in D1", async () => {
  const { email: address } = await signedUp();
  const browser = new Browser();
  expect(await browser.logIn(address)).toMatchObject({ ok: true });
  const held = new Headers(browser.headers);
  expect(await readSession(held, env)).not.toBeNull();
  await browser.logOut();
  expect(await readSession(held, env)).toBeNull();
});

test("a wrong password and an unknown address get the same answer", async () => {
  const { email: address } = await signedUp();
  const answers = [
    await new Browser().logIn(address, "not the right one"),
    await new Browser().logIn(email()),
    await new Browser().logIn("no address at all"),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ ok: false, status: 401, problem: "Address or password is wrong." });
});

test("the eleventh try in a minute is refused, whatever X-Forwarded-For says; another address is not", async () => {
  const { email: address } = await signedUp();
  const browser = new Browser();
  const statuses: (number | true)[] = [];
  for (let i = 0; i < 11; i++) {
    browser.headers.set("X-Forwarded-For", `198.51.100.${i}`);
    const answer = await browser.logIn(address, "not the right one");
    statuses.push(answer.ok ? true : answer.status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  const refused = await browser.logIn(address);
  expect(refused).toMatchObject({
    ok: false,
    status: 429,
    problem: expect.stringMatching(/^Too many tries\. Wait \d+ s/),
  });
  expect(await new Browser().logIn(address)).toMatchObject({ ok: true });
});

test("sign-up has its limit as well", async () => {
  const { email: taken } = await signedUp();
  const browser = new Browser();
  const statuses: number[] = [];
  for (let i = 0; i < 11; i++) {
    const answer = await browser.signUp({ email: taken, workspace: "Again" });
    statuses.push(answer.ok ? 200 : answer.status);
  }
  expect(statuses.slice(-2)).toEqual([422, 429]);
});

test("better-auth itself refuses a foreign Origin, should the app ever forget to", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const browser = new Browser();
  browser.headers.set("Origin", "https://evil.example");
  browser.headers.set("X-Forwarded-Host", "evil.example");
  expect(await browser.logIn(email())).toMatchObject({ ok: false, status: 503 });
});

test("from / a person goes to their last board, else the newest one, else to making a workspace", async () => {
  const { session, workspace, result, browser } = await signedUp("Pier");
  const [board] = await listBoards(db, workspace.id);
  expect(board?.slug).toBe("this-machine");
  expect(await homePath(browser.request("/", "GET"), env, session.user.id)).toBe(result.path);
  const foreign = await signedUp("Foreign");
  const request = new Request("http://localhost:8787/", { headers: { Cookie: `last_board=${foreign.result.path}` } });
  expect(await homePath(request, env, session.user.id)).toBe(result.path);
  expect(await homePath(request, env, foreign.session.user.id)).toBe(foreign.result.path);
  expect(await homePath(request, env, "nobody")).toBe("/signup");
});

const socket = (browser: Browser, origin?: string) => {
  const headers = new Headers(browser.headers);
  if (origin === undefined) headers.delete("Origin");
  else headers.set("Origin", origin);
  return new Request("http://localhost:8787/live/x", { headers });
};
const code = (answer: unknown) => (answer instanceof LiveError ? answer.code : answer);
const OWN = "http://localhost:8787";

test("a socket's principal: the member, by slug and by id", async () => {
  const { browser, session, workspace } = await signedUp("Quay");
  const member = {
    workspaceId: workspace.id,
    principal: {
      kind: "member",
      userId: session.user.id,
      name: "Night desk",
      role: "owner",
      sessionId: session.id,
      sessionEnds: session.expiresAt.getTime(),
    },
    rights: 1,
  };
  expect(await readPrincipal(socket(browser, OWN), env, "quay")).toEqual(member);
  expect(await readPrincipal(socket(browser, OWN), env, workspace.id)).toEqual(member);
});

test.each([
  undefined,
  "null",
  "https://localhost:8787",
  "http://localhost:8788",
  "http://localhost",
  "http://localhost:8787.evil.example",
  "http://evil-localhost:8787",
  "https://evil.example",
])("with a cookie, Origin %j is refused", async (origin) => {
  const { browser, workspace } = await signedUp();
  expect(code(await readPrincipal(socket(browser, origin), env, workspace.slug))).toBe("wrong_origin");
});

test("no session, a made-up one and one that has ended are unauthenticated", async () => {
  const { browser, workspace } = await signedUp();
  expect(code(await readPrincipal(socket(new Browser(), OWN), env, workspace.slug))).toBe("unauthenticated");
  const forged = new Browser();
  forged.headers.set("Cookie", "deltaboard.session_token=abc.def");
  expect(code(await readPrincipal(socket(forged, OWN), env, workspace.slug))).toBe("unauthenticated");
  const held = socket(browser, OWN);
  await browser.logOut();
  expect(code(await readPrincipal(held, env, workspace.slug))).toBe("unauthenticated");
});

test("a foreign workspace and an unknown one are not found alike, by slug and by id", async () => {
  const { browser } = await signedUp();
  const { workspace } = await signedUp("Elsewhere");
  const asked = [workspace.slug, workspace.id, "no-such-workspace", crypto.randomUUID()];
  const answers = await Promise.all(asked.map((one) => readPrincipal(socket(browser, OWN), env, one)));
  expect(answers.map(code)).toEqual(Array(4).fill("not_found"));
});
