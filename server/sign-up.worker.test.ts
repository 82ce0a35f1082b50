import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../db/database";
import { listMemberships } from "../db/queries/workspaces";
import { invitation, organization, user, verification } from "../db/schema/auth";
import { createAuth } from "./auth";
import { joinOrMake } from "./enter-workspace";
import { readSession } from "./session";
import { signUpPage } from "./sign-up-page";
import { Browser, formOf } from "./testing/browser";
import { quietUpstream } from "./testing/quiet-upstream";

quietUpstream();
const db = openDatabase(env.DB);
const TOKEN = "the-token-that-deploy-printed";
const invite = { SIGNUP: "invite", SETUP_TOKEN: TOKEN };
const OWNER = "owner@harbour.example";
const GUEST = "guest@harbour.example";

beforeEach(async () => {
  await db.batch([db.delete(organization), db.delete(user), db.delete(verification)]);
});

/** The first owner, and an invitation of theirs to the guest as editor. */
async function invited(role: "admin" | "editor" = "editor") {
  const owner = new Browser(invite);
  const result = await owner.signUp({ email: OWNER, workspace: "Harbour", setupToken: TOKEN });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const [own] = await workspacesOf(owner);
  const made = await createAuth(env).api.createInvitation({
    headers: owner.headers,
    body: { email: GUEST, role, organizationId: own?.workspace.id ?? "" },
  });
  return { owner, id: made.id };
}

async function workspacesOf(browser: Browser) {
  const session = await readSession(browser.headers, env);
  return session ? listMemberships(db, session.user.id) : [];
}
const pageOf = (browser: Browser, invite: string | null = null, over: Record<string, string> = {}) =>
  signUpPage(browser.request("/signup", "GET"), { ...env, ...over }, { invite, now: new Date() });
const count = async () => (await db.select({ id: user.id }).from(user)).length;

test("closed: nobody, whatever they bring", async () => {
  const closed = new Browser({ SIGNUP: "closed", SETUP_TOKEN: TOKEN });
  const answer = await closed.signUp({ email: OWNER, workspace: "Harbour", setupToken: TOKEN });
  expect(answer).toMatchObject({ ok: false, status: 403 });
  expect(await count()).toBe(0);
});

test.each([undefined, "", "not-the-token-that-deploy-printed", `${TOKEN}x`])(
  "invite: %j is no setup token",
  async (setupToken) => {
    const answer = await new Browser(invite).signUp({ email: OWNER, workspace: "Harbour", setupToken });
    expect(answer).toMatchObject({ ok: false, errors: { setupToken: expect.any(String) } });
    expect(await count()).toBe(0);
  },
);

test("invite: the setup token makes the first owner, once", async () => {
  expect(await new Browser(invite).signUp({ email: OWNER, workspace: "Harbour", setupToken: TOKEN })).toMatchObject({
    ok: true,
  });
  expect(await new Browser(invite).signUp({ email: GUEST, workspace: "Second", setupToken: TOKEN })).toMatchObject({
    ok: false,
    status: 403,
  });
  expect(await count()).toBe(1);
});

test("invite: the setup token lets one in when it is sent four times at once", async () => {
  const all = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      new Browser(invite).signUp({ email: `o${n}@harbour.example`, workspace: "Harbour", setupToken: TOKEN }),
    ),
  );
  expect(all.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await count()).toBe(1);
});

test("invite: a first owner who could not be made leaves the token good", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const foreign = new Browser(invite);
  foreign.headers.set("Origin", "https://evil.example");
  expect(await foreign.signUp({ email: OWNER, workspace: "Harbour", setupToken: TOKEN })).toMatchObject({ ok: false });
  expect(said).toHaveBeenCalled();
  expect(await new Browser(invite).signUp({ email: OWNER, workspace: "Harbour", setupToken: TOKEN })).toMatchObject({
    ok: true,
  });
});

test("an invitation lets its address in, into that workspace, with its role", async () => {
  const { id } = await invited();
  const guest = new Browser(invite);
  expect(await guest.signUp({ email: GUEST, invite: id })).toMatchObject({ ok: true, path: "/w/harbour" });
  expect(await workspacesOf(guest)).toEqual([
    { workspace: expect.objectContaining({ slug: "harbour" }), role: "editor" },
  ]);
});

test("an invitation lets no other address in, and nobody twice", async () => {
  const { id } = await invited();
  expect(await new Browser(invite).signUp({ email: "other@harbour.example", invite: id })).toMatchObject({
    ok: false,
    errors: { email: "The invitation is for another address." },
  });
  await new Browser(invite).signUp({ email: GUEST, invite: id });
  expect(await new Browser(invite).signUp({ email: GUEST, workspace: "X", invite: id })).toMatchObject({
    ok: false,
    status: 403,
  });
  expect(await count()).toBe(2);
});

test.each(["canceled", "rejected", "accepted"])("an invitation that was %s opens nothing", async (status) => {
  const { id } = await invited();
  await db.update(invitation).set({ status }).where(eq(invitation.id, id));
  expect(await new Browser(invite).signUp({ email: GUEST, workspace: "X", invite: id })).toMatchObject({
    ok: false,
    status: 403,
  });
});

test("an invitation that has run out opens nothing, and the page says so", async () => {
  const { id } = await invited();
  await db
    .update(invitation)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(invitation.id, id));
  expect(await new Browser(invite).signUp({ email: GUEST, workspace: "X", invite: id })).toMatchObject({
    ok: false,
    status: 403,
  });
  const page = await pageOf(new Browser(), id, { SIGNUP: "invite" });
  expect(page).toEqual({ is: "shut", why: "invitation_needed", invitationLost: true, logIn: "/login" });
});

test("nobody is invited to a role above the inviter's", async () => {
  const { owner, id } = await invited("admin");
  const admin = new Browser(invite);
  await admin.signUp({ email: GUEST, invite: id });
  const [own] = await workspacesOf(owner);
  const body = { email: "third@harbour.example", role: "owner" as const, organizationId: own?.workspace.id ?? "" };
  await expect(createAuth(env).api.createInvitation({ headers: admin.headers, body })).rejects.toMatchObject({
    statusCode: 403,
  });
});

test("whoever has an account joins by the invitation, with the right address only", async () => {
  const { id } = await invited();
  const now = new Date();
  for (const [email, ok] of [
    ["other@harbour.example", false],
    [GUEST, true],
  ] as const) {
    const browser = new Browser({ UPSTREAM_MACHINE: "" });
    await browser.signUp({ email, workspace: "Own" });
    const session = await readSession(browser.headers, env);
    if (!session) throw new Error("no session");
    const result = await joinOrMake(browser.request("/signup"), env, { form: formOf({ invite: id }), session, now });
    expect(result.ok).toBe(ok);
    const slugs = (await workspacesOf(browser)).map(({ workspace }) => workspace.slug);
    expect(slugs.includes("harbour")).toBe(ok);
  }
});

test("a sign-up whose workspace could not be made signs the person in, and the page makes it after all", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const batch = vi.spyOn(Object.getPrototypeOf(env.DB), "batch").mockRejectedValueOnce(new Error("D1 is away"));
  const browser = new Browser();
  expect(await browser.signUp({ email: OWNER, workspace: "Harbour" })).toMatchObject({ ok: true, path: "/signup" });
  expect(batch).toHaveBeenCalled();
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("signed_up_without_workspace"));
  expect(await pageOf(browser)).toEqual({ is: "make", email: OWNER });
  const session = await readSession(browser.headers, env);
  if (!session) throw new Error("no session");
  const again = () =>
    joinOrMake(browser.request("/signup"), env, { form: formOf({ workspace: "Harbour" }), session, now: new Date() });
  expect(await again()).toMatchObject({ ok: true, path: "/w/harbour/b/this-machine" });
  expect(await again()).toMatchObject({ ok: true, path: "/w/harbour" });
  expect(await workspacesOf(browser)).toHaveLength(1);
});

test("the page shows each person what they can do", async () => {
  expect(await pageOf(new Browser())).toMatchObject({
    is: "account",
    first: true,
    needsToken: false,
    invitation: null,
  });
  expect(await pageOf(new Browser(), null, { SIGNUP: "invite", SETUP_TOKEN: TOKEN })).toMatchObject({
    is: "account",
    needsToken: true,
  });
  expect(await pageOf(new Browser(), null, { SIGNUP: "closed" })).toMatchObject({ is: "shut", why: "closed" });
  const { owner, id } = await invited();
  expect(await pageOf(new Browser())).toMatchObject({ is: "account", first: false });
  expect(await pageOf(new Browser(), id)).toMatchObject({
    is: "account",
    invitation: { id, email: GUEST, workspace: "Harbour" },
    logIn: `/login?redirectTo=${encodeURIComponent(`/signup?invite=${id}`)}`,
  });
  expect(await pageOf(owner)).toEqual({ is: "elsewhere", path: "/w/harbour/b/this-machine" });
  expect(await pageOf(owner, id)).toEqual({ is: "elsewhere", path: "/w/harbour" });
});
