import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { openDatabase } from "../db/database";
import { session } from "../db/schema/auth";
import { createAuth } from "./auth";
import { endSessions } from "./end-sessions";
import { readSession } from "./session";
import { Browser } from "./testing/browser";
import { quietUpstream } from "./testing/quiet-upstream";

quietUpstream();

async function signedUp(workspace: string) {
  const browser = new Browser();
  const address = `${crypto.randomUUID()}@harbour.example`;
  const result = await browser.signUp({ email: address, workspace });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const slug = result.path.split("/")[2] ?? "";
  return { browser, address, slug };
}

/** The whole way in: the Worker settles who calls, the object accepts. */
async function openSocket(browser: Browser, slug: string) {
  const headers = new Headers(browser.headers);
  headers.set("Upgrade", "websocket");
  headers.set("Sec-WebSocket-Protocol", "deltaboard.v1");
  const response = await exports.default.fetch(`http://localhost:8787/live/${slug}`, { headers });
  const socket = response.webSocket;
  if (!socket) throw new Error(`no socket: ${response.status} ${await response.text()}`);
  const closed = Promise.withResolvers<number>();
  const state = { closed: closed.promise, open: true };
  socket.addEventListener("close", ({ code }) => {
    state.open = false;
    closed.resolve(code);
  });
  socket.accept();
  return state;
}

test("logging out closes the session's sockets, and no other's", async () => {
  const { browser, address, slug } = await signedUp("Harbour");
  const phone = new Browser();
  await phone.logIn(address);
  const [mine, other] = [await openSocket(browser, slug), await openSocket(phone, slug)];
  await browser.logOut();
  expect(await mine.closed).toBe(4501);
  expect(other.open).toBe(true);
});

test("revoking one, and revoking all others, reaches their sockets as well", async () => {
  const { browser, address, slug } = await signedUp("Revoke");
  const [tablet, phone] = [new Browser(), new Browser()];
  await tablet.logIn(address);
  await phone.logIn(address);
  const sockets = [await openSocket(tablet, slug), await openSocket(phone, slug), await openSocket(browser, slug)];
  const { api } = createAuth(env);
  const onTablet = await api.getSession({ headers: tablet.headers });
  await api.revokeSession({ headers: browser.headers, body: { token: onTablet?.session.token ?? "" } });
  expect(await sockets[0]?.closed).toBe(4501);
  await api.revokeOtherSessions({ headers: browser.headers });
  expect(await sockets[1]?.closed).toBe(4501);
  expect(sockets[2]?.open).toBe(true);
});

test("a session that has run out is over on the next look, and so are its sockets", async () => {
  const { browser, slug } = await signedUp("Late");
  const socket = await openSocket(browser, slug);
  const held = await readSession(browser.headers, env);
  await openDatabase(env.DB)
    .update(session)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(session.id, held?.id ?? ""));
  expect(await readSession(browser.headers, env)).toBeNull();
  expect(await socket.closed).toBe(4501);
});

test("an object that cannot be reached is logged, and logging out goes on", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { browser } = await signedUp("Unreachable");
  const held = await readSession(browser.headers, env);
  const namespace = { getByName: () => ({ sessionsEnded: () => Promise.reject(new Error("no such object")) }) };
  const broken: Env = Object.assign(Object.create(env), { DB: env.DB, DASHBOARD: namespace });
  await expect(endSessions(broken, held?.user.id ?? "", [held?.id ?? ""])).resolves.toBeUndefined();
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("sessions_ended_unheard"));
});
