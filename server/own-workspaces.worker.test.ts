import { env } from "cloudflare:workers";
import type { BatchItem } from "drizzle-orm/batch";
import { expect, test } from "vitest";
import { openDatabase } from "../db/database";
import { workspaceRows } from "../db/queries/workspaces";
import { makeFurther, ownWorkspaces } from "./own-workspaces";
import { readSession } from "./session";
import { Browser, formOf } from "./testing/browser";
import { quietUpstream } from "./testing/quiet-upstream";

quietUpstream();
const db = openDatabase(env.DB);
const invite = { ...env, SIGNUP: "invite" };

async function somebody(workspace: string): Promise<string> {
  const browser = new Browser();
  await browser.signUp({ email: `${crypto.randomUUID()}@harbour.example`, workspace });
  const session = await readSession(browser.headers, env);
  if (!session) throw new Error("no session after signing up");
  return session.user.id;
}

/** A workspace by its rows alone, its owner being `ownerId`. */
function rows(ownerId: string): BatchItem<"sqlite">[] {
  const slug = crypto.randomUUID();
  return workspaceRows(db, {
    id: crypto.randomUUID(),
    slug,
    name: slug,
    ownerId,
    memberId: crypto.randomUUID(),
    now: new Date(),
  });
}

const further = (userId: string, workspace: string, where: Env = env) =>
  makeFurther(where, { form: formOf({ workspace }), userId, now: new Date() });
const namesOf = async (userId: string) =>
  (await ownWorkspaces(env, userId)).memberships.map(({ workspace }) => workspace.name);

test("who owns a workspace makes another, wherever sign-up stands; a form sent twice makes one", async () => {
  const userId = await somebody("First");
  expect(await further(userId, "Second Pier", invite)).toMatchObject({
    ok: true,
    path: "/w/second-pier/b/this-machine",
  });
  expect(await further(userId, " second pier ")).toMatchObject({
    ok: false,
    status: 409,
    errors: { workspace: "You are in a workspace of this name." },
  });
  expect(await namesOf(userId)).toEqual(["First", "Second Pier"]);
});

test("a name that is none is refused at its field", async () => {
  const userId = await somebody("Named");
  expect(await further(userId, "  ")).toMatchObject({
    ok: false,
    status: 400,
    errors: { workspace: expect.stringMatching(/^Name the/) },
  });
  expect(await namesOf(userId)).toEqual(["Named"]);
});

test("who owns none makes one only where sign-up is open", async () => {
  const guest = crypto.randomUUID();
  expect(await further(guest, "Not Theirs", invite)).toMatchObject({ ok: false, status: 403, errors: {} });
  expect(await namesOf(guest)).toEqual([]);
});

test("one person owns at most twenty", async () => {
  const userId = await somebody("One of Twenty");
  const [first, ...rest] = Array.from({ length: 19 }, () => rows(userId)).flat();
  if (!first) throw new Error("no rows");
  await db.batch([first, ...rest]);
  expect((await ownWorkspaces(env, userId)).noFurther).toBe("enough");
  expect(await further(userId, "Twenty-first")).toMatchObject({
    ok: false,
    status: 403,
    problem: expect.stringMatching(/20 workspaces/),
  });
  expect(await namesOf(userId)).toHaveLength(20);
});
