import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

const { DB } = env;
const run = (sql: string) => DB.prepare(sql).run();
const HOUR = 3_600_000;

async function version(workspace: string): Promise<number> {
  const row = await DB.prepare("SELECT version FROM rights WHERE workspace_id = ?")
    .bind(workspace)
    .first<number>("version");
  return row ?? 0;
}

/** How far both workspaces' versions moved. */
async function moved(...statements: string[]): Promise<{ w1: number; w2: number }> {
  const before = { w1: await version("w1"), w2: await version("w2") };
  for (const sql of statements) await run(sql);
  return { w1: (await version("w1")) - before.w1, w2: (await version("w2")) - before.w2 };
}

const join = (id: string, workspace: string, user: string) =>
  `INSERT INTO member (id, organization_id, user_id, role, created_at) VALUES ('${id}', '${workspace}', '${user}', 'viewer', 0)`;
const signIn = (id: string, user: string, ends: number) =>
  `INSERT INTO session (id, token, user_id, expires_at, updated_at) VALUES ('${id}', '${id}', '${user}', ${ends}, 0)`;

// Ada is in both workspaces, Ben in the first; each has a session for another hour, and Ada one that has run out.
beforeEach(async () => {
  const now = Date.now();
  for (const table of ["organization", "user", "rights"]) await run(`DELETE FROM ${table}`);
  for (const id of ["ada", "ben"]) {
    await run(`INSERT INTO user (id, name, email) VALUES ('${id}', '${id}', '${id}@harbour.example')`);
    await run(signIn(`${id}-now`, id, now + HOUR));
  }
  await run(signIn("ada-old", "ada", now - HOUR));
  for (const id of ["w1", "w2"])
    await run(`INSERT INTO organization (id, name, slug, created_at) VALUES ('${id}', '${id}', '${id}', 0)`);
  for (const [id, workspace, user] of [
    ["m1", "w1", "ada"],
    ["m2", "w2", "ada"],
    ["m3", "w1", "ben"],
  ] as const)
    await run(join(id, workspace, user));
});

test("[L1] whoever joins, is given another role or goes moves the version of that workspace", async () => {
  await run("INSERT INTO user (id, name, email) VALUES ('cem', 'cem', 'cem@harbour.example')");
  expect(await moved(join("m4", "w1", "cem"))).toEqual({ w1: 1, w2: 0 });
  expect(await moved("UPDATE member SET role = 'editor' WHERE id = 'm4'")).toEqual({ w1: 1, w2: 0 });
  expect(await moved("UPDATE member SET organization_id = 'w2' WHERE id = 'm4'")).toEqual({ w1: 1, w2: 1 });
  expect(await moved("DELETE FROM member WHERE id = 'm4'")).toEqual({ w1: 0, w2: 1 });
});

test("[L1] a row that takes the place of another moves it, though no delete trigger fires then", async () => {
  const replace = join("m9", "w1", "ben").replace("INSERT", "INSERT OR REPLACE");
  const before = await version("w1");
  await run(replace);
  expect(await version("w1")).toBeGreaterThan(before);
});

test("[L1] a session that ends or is cut short moves it in each workspace of the person", async () => {
  expect(await moved("DELETE FROM session WHERE id = 'ben-now'")).toEqual({ w1: 1, w2: 0 });
  expect(await moved("UPDATE session SET expires_at = expires_at - 1 WHERE id = 'ada-now'")).toEqual({ w1: 1, w2: 1 });
  expect(await moved("DELETE FROM session WHERE id = 'ada-now'")).toEqual({ w1: 1, w2: 1 });
});

test("[L1] what changes no right moves nothing", async () => {
  const quiet = [
    "DELETE FROM session WHERE id = 'ada-old'",
    "UPDATE session SET user_agent = 'x', expires_at = expires_at + 1",
    "UPDATE member SET created_at = 1",
    "UPDATE user SET name = 'Ada B.'",
    signIn("ben-2", "ben", Date.now() + HOUR),
  ];
  expect(await moved(...quiet)).toEqual({ w1: 0, w2: 0 });
});

test("[L1] a person or a workspace that is deleted moves it by what cascades, and no version is ever given again", async () => {
  const person = await moved("DELETE FROM user WHERE id = 'ada'");
  expect(person.w1).toBeGreaterThan(0);
  expect(person.w2).toBeGreaterThan(0);
  const workspace = await moved("DELETE FROM organization WHERE id = 'w1'");
  expect(workspace).toEqual({ w1: expect.any(Number), w2: 0 });
  expect(workspace.w1).toBeGreaterThan(0);
});

test("a change costs one row more for each workspace of the person", async () => {
  const written = async (sql: string) => (await run(sql)).meta.rows_written;
  await run(signIn("ada-2", "ada", Date.now() + HOUR));
  const withTrigger = {
    role: await written("UPDATE member SET role = 'admin' WHERE id = 'm1'"),
    session: await written("DELETE FROM session WHERE id = 'ada-now'"),
  };
  await run("DROP TRIGGER rights_member_update");
  await run("DROP TRIGGER rights_session_delete");
  expect(withTrigger).toEqual({
    role: (await written("UPDATE member SET role = 'editor' WHERE id = 'm1'")) + 1,
    session: (await written("DELETE FROM session WHERE id = 'ada-2'")) + 2,
  });
});
