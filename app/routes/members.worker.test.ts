import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import type { Role } from "../../core/protocol/welcome";
import { openDatabase } from "../../db/database";
import { countOwners, listMembers } from "../../db/queries/members";
import { listMemberships } from "../../db/queries/workspaces";
import { invitation, member } from "../../db/schema/auth";
import { workspaceContext } from "../../server/contexts";
import { joinOrMake } from "../../server/enter-workspace";
import { tellMembersChanged } from "../../server/members-changed";
import { readSession } from "../../server/session";
import { signUpPage } from "../../server/sign-up-page";
import { Browser, formOf } from "../../server/testing/browser";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { asking } from "../../workers/testing/asking";
import * as removal from "./member-remove";
import * as page from "./members";

quietUpstream();
const db = openDatabase(env.DB);
const address = () => `${crypto.randomUUID()}@harbour.example`;

interface Person {
  readonly browser: Browser;
  readonly email: string;
  readonly userId: string;
}

async function person(workspace?: string, invite?: string, email = address()): Promise<Person> {
  const browser = new Browser();
  const result = await browser.signUp({ email, ...(workspace && { workspace }), ...(invite && { invite }) });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const session = await readSession(browser.headers, env);
  if (!session) throw new Error("no session after signing up");
  return { browser, email, userId: session.user.id };
}

const asked = async (who: Person, slug: string, fields?: Record<string, string>, memberId = "") => ({
  ...(await asking(who, slug, "/settings/members", fields)),
  params: { workspace: slug, member: memberId },
  pattern: "/w/:workspace/settings/members" as const,
});

const look = async (who: Person, slug: string) => page.loader(await asked(who, slug));
const send = async (who: Person, slug: string, fields: Record<string, string>) =>
  page.action(await asked(who, slug, fields));
const remove = async (who: Person, slug: string, memberId: string) =>
  removal.action({
    ...(await asked(who, slug, {}, memberId)),
    pattern: "/w/:workspace/settings/members/:member/remove",
  });

function where(answer: unknown): string {
  if (!(answer instanceof Response)) throw new Error(`no redirect: ${JSON.stringify(answer)}`);
  return answer.headers.get("Location") ?? "";
}

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (answer) => {
      throw new Error(`nothing was thrown: ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
}

/** A workspace of its own for each test: its slug, id and owner. */
async function harbour() {
  const slug = `h${crypto.randomUUID().slice(0, 8)}`;
  const owner = await person(slug);
  const [own] = await listMemberships(db, owner.userId);
  return { slug, id: own?.workspace.id ?? "", owner };
}

async function invited(owner: Person, slug: string, role: Role, email = address()) {
  const path = where(await send(owner, slug, { intent: "invite", email, role }));
  const id = new URL(path, "http://x").searchParams.get("invited") ?? "";
  return { email, id };
}

async function joined(owner: Person, slug: string, role: Role) {
  const { email, id } = await invited(owner, slug, role);
  const who = await person(undefined, id, email);
  const workspaceId = (await listMemberships(db, who.userId))[0]?.workspace.id ?? "";
  const row = (await listMembers(db, workspaceId)).find(({ userId }) => userId === who.userId);
  return { ...who, memberId: row?.id ?? "" };
}

/** The whole way in: the Worker settles who calls, the object accepts. */
async function openSocket({ browser }: Person, slug: string): Promise<[Promise<number>]> {
  const headers = new Headers(browser.headers);
  headers.set("Upgrade", "websocket");
  headers.set("Sec-WebSocket-Protocol", "deltaboard.v1");
  const response = await exports.default.fetch(`http://localhost:8787/live/${slug}`, { headers });
  const socket = response.webSocket;
  if (!socket) throw new Error(`no socket: ${response.status}`);
  const closed = Promise.withResolvers<number>();
  socket.addEventListener("close", ({ code }) => closed.resolve(code));
  socket.accept();
  return [closed.promise];
}

test("an invitation brings in a new person and one who has an account, each in its role", async () => {
  const { slug, owner } = await harbour();
  const fresh = await invited(owner, slug, "viewer");
  const known = await person("Elsewhere");
  const again = await invited(owner, slug, "editor", known.email);
  expect((await look(owner, slug)).invitations).toEqual([
    expect.objectContaining({
      email: fresh.email,
      role: "viewer",
      link: `http://localhost:8787/signup?invite=${fresh.id}`,
    }),
    expect.objectContaining({ email: known.email, role: "editor" }),
  ]);
  const newcomer = await person(undefined, fresh.id, fresh.email);
  expect(await listMemberships(db, newcomer.userId)).toMatchObject([{ workspace: { slug }, role: "viewer" }]);

  const request = known.browser.request("/signup", "GET");
  expect(await signUpPage(request, env, { invite: again.id, now: new Date() })).toMatchObject({ is: "join" });
  const session = await readSession(known.browser.headers, env);
  if (!session) throw new Error("no session");
  const form = formOf({ invite: again.id });
  expect(await joinOrMake(known.browser.request("/signup"), env, { form, session, now: new Date() })).toMatchObject({
    ok: true,
    path: `/w/${slug}`,
  });
  const { members, invitations } = await look(owner, slug);
  expect(invitations).toEqual([]);
  expect(members.map(({ email, role }) => [email, role])).toEqual(
    expect.arrayContaining([
      [owner.email, "owner"],
      [fresh.email, "viewer"],
      [known.email, "editor"],
    ]),
  );
});

test("an invitation lives for a week", async () => {
  const { slug, owner } = await harbour();
  await invited(owner, slug, "viewer");
  const [{ sentAt, endsAt } = { sentAt: 0, endsAt: 0 }] = (await look(owner, slug)).invitations;
  expect(Math.round((endsAt - sentAt) / 3_600_000)).toBe(7 * 24);
});

test("a form that is wrong is told at its field, and nothing is made", async () => {
  const { slug, owner } = await harbour();
  const { email } = await invited(owner, slug, "viewer");
  const answers = await Promise.all(
    [
      { email: "not an address", role: "viewer" },
      { email: address(), role: "member" },
      { email, role: "viewer" },
      { email: owner.email, role: "viewer" },
    ].map((fields) => send(owner, slug, { intent: "invite", ...fields })),
  );
  expect(answers).toMatchObject([
    { init: { status: 422 }, data: { errors: { email: expect.stringContaining("name@example.org") } } },
    { init: { status: 422 }, data: { errors: { role: "Choose a role." } } },
    { init: { status: 422 }, data: { errors: { email: expect.stringContaining("invited already") } } },
    { init: { status: 422 }, data: { errors: { email: "This person is a member already." } } },
  ]);
  expect((await look(owner, slug)).invitations).toHaveLength(1);
});

test("a withdrawn invitation opens nothing", async () => {
  const { slug, owner } = await harbour();
  const { id, email } = await invited(owner, slug, "editor");
  expect(where(await send(owner, slug, { intent: "withdraw", invitation: id }))).toContain(`?withdrawn=${id}`);
  expect((await look(owner, slug)).invitations).toEqual([]);
  const answer = await new Browser({ SIGNUP: "invite" }).signUp({ email, workspace: "X", invite: id });
  expect(answer).toMatchObject({ ok: false, status: 403 });
  expect(await thrown(send(owner, slug, { intent: "withdraw", invitation: id }))).toMatchObject({
    init: { status: 404 },
  });
});

test("an admin neither invites an owner, nor sees or withdraws the invitation of one, nor touches one", async () => {
  const { slug, id: workspaceId, owner } = await harbour();
  const admin = await joined(owner, slug, "admin");
  const [own] = (await listMembers(db, workspaceId)).filter(({ userId }) => userId === owner.userId);
  expect(await send(admin, slug, { intent: "invite", email: address(), role: "owner" })).toMatchObject({
    init: { status: 403 },
  });
  const { id } = await invited(owner, slug, "owner");
  const seen = await look(admin, slug);
  expect(seen.invitations).toMatchObject([{ role: "owner", link: null, mayWithdraw: false }]);
  expect(seen.roles).toEqual(["viewer", "editor", "admin"]);
  expect(seen.members.find(({ role }) => role === "owner")).toMatchObject({ mayRemove: false, roles: [] });
  expect(await send(admin, slug, { intent: "withdraw", invitation: id })).toMatchObject({ init: { status: 403 } });
  expect(await remove(admin, slug, own?.id ?? "")).toMatchObject({ init: { status: 403 } });
  for (const [memberId, role] of [
    [own?.id ?? "", "viewer"],
    [admin.memberId, "owner"],
  ] as const) {
    expect(await send(admin, slug, { intent: "role", member: memberId, role })).toMatchObject({
      init: { status: 403 },
    });
  }
  expect(await countOwners(db, workspaceId)).toBe(1);
});

test("a new role closes the person's sockets with 4003 and holds from the next request on", async () => {
  const { slug, owner } = await harbour();
  const editor = await joined(owner, slug, "editor");
  const [closed] = await openSocket(editor, slug);
  const answer = await send(owner, slug, { intent: "role", member: editor.memberId, role: "viewer" });
  expect(where(answer)).toBe(`/w/${slug}/settings/members?changed=${editor.memberId}`);
  expect(await closed).toBe(4003);
  expect((await asked(editor, slug)).context.get(workspaceContext).principal.role).toBe("viewer");
});

test("removal closes the sockets and gives 404 on the next request, of page and socket", async () => {
  const { slug, owner } = await harbour();
  const editor = await joined(owner, slug, "editor");
  const [closed] = await openSocket(editor, slug);
  expect(where(await remove(owner, slug, editor.memberId))).toContain(`?removed=${editor.memberId}`);
  // 4503 where the object's look at rights, as the first socket came, found the change before the object was told.
  expect(await closed).toBeOneOf([4003, 4503]);
  expect(await thrown(asked(editor, slug))).toMatchObject({ init: { status: 404 } });
  await expect(openSocket(editor, slug)).rejects.toThrow("no socket: 404");
  expect(await thrown(remove(owner, slug, editor.memberId))).toMatchObject({ init: { status: 404 } });
});

test("an object that cannot be reached is logged, and the change holds", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(env.DASHBOARD, "getByName").mockImplementation(() => {
    throw new Error("no such object");
  });
  await expect(tellMembersChanged(env, "w1", ["u1"])).resolves.toBeUndefined();
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("members_changed_unheard"));
});

test.each<Role>(["editor", "viewer"])("%s: 403 from loader and action of both pages", async (role) => {
  const { slug, owner } = await harbour();
  const guest = await joined(owner, slug, role);
  const forbidden = { init: { status: 403 }, data: { code: "forbidden" } };
  expect(await thrown(look(guest, slug))).toMatchObject(forbidden);
  expect(await thrown(send(guest, slug, { intent: "invite", email: address(), role: "viewer" }))).toMatchObject(
    forbidden,
  );
  expect(await thrown(remove(guest, slug, guest.memberId))).toMatchObject(forbidden);
  const reading = { ...(await asked(guest, slug, undefined, guest.memberId)) };
  const pattern = "/w/:workspace/settings/members/:member/remove" as const;
  expect(await thrown(removal.loader({ ...reading, pattern }))).toMatchObject(forbidden);
});

test("a foreign workspace is a 404, and so are its members and invitations from one's own", async () => {
  const { slug, owner } = await harbour();
  const foreign = await harbour();
  const guest = await joined(foreign.owner, foreign.slug, "viewer");
  const { id } = await invited(foreign.owner, foreign.slug, "viewer");
  const missing = { init: { status: 404 }, data: { code: "not_found" } };
  expect(await thrown(look(owner, foreign.slug))).toMatchObject(missing);
  expect(await thrown(send(owner, foreign.slug, { intent: "withdraw", invitation: id }))).toMatchObject(missing);
  expect(await thrown(send(owner, slug, { intent: "withdraw", invitation: id }))).toMatchObject(missing);
  const role = { intent: "role", member: guest.memberId, role: "admin" };
  expect(await thrown(send(owner, slug, role))).toMatchObject(missing);
  expect(await thrown(remove(owner, slug, guest.memberId))).toMatchObject(missing);
  const [still] = await db.select().from(invitation).where(eq(invitation.id, id));
  expect(still?.status).toBe("pending");
  const [kept] = await db.select().from(member).where(eq(member.id, guest.memberId));
  expect(kept?.role).toBe("viewer");
});

test("the last owner stays, with a sentence that says why; a second one sets the first free", async () => {
  const { slug, id, owner } = await harbour();
  const [own] = await listMembers(db, id);
  const sentence = {
    init: { status: 409 },
    data: { problem: "Night desk is the only owner. Make somebody else an owner first." },
  };
  expect(await send(owner, slug, { intent: "role", member: own?.id ?? "", role: "admin" })).toMatchObject(sentence);
  expect(await remove(owner, slug, own?.id ?? "")).toMatchObject(sentence);
  await joined(owner, slug, "owner");
  const stepDown = { intent: "role", member: own?.id ?? "", role: "viewer" };
  expect(where(await send(owner, slug, stepDown))).toBe(`/w/${slug}`);
  expect(await countOwners(db, id)).toBe(1);
});

test("two owners who remove or demote each other at once leave one", async () => {
  const { slug, id, owner } = await harbour();
  const second = await joined(owner, slug, "owner");
  const [own] = (await listMembers(db, id)).filter(({ userId }) => userId === owner.userId);
  const answers = await Promise.all([
    send(owner, slug, { intent: "role", member: second.memberId, role: "viewer" }),
    remove(second, slug, own?.id ?? ""),
  ]);
  expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1);
  expect(await countOwners(db, id)).toBe(1);
});

test("whoever leaves is led out by a new document, which holds nothing of the workspace", async () => {
  const { slug, owner } = await harbour();
  const admin = await joined(owner, slug, "admin");
  const answer = await remove(admin, slug, admin.memberId);
  expect(where(answer)).toBe("/");
  expect(answer instanceof Response && answer.headers.get("X-Remix-Reload-Document")).toBe("true");
});
