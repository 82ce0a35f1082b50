import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { BoardDocument, Panel } from "../core/boards/document";
import { openDatabase } from "../db/database";
import { deleteRemovedBoards, findBoard, listBoards, listVersions, saveBoard } from "../db/queries/boards";
import { addBoard, giveBackBoard, saveEdit, takeBoard } from "../server/board-steps";
import { quietUpstream } from "../server/testing/quiet-upstream";
import { enter, signUp } from "./testing/person";
import { accessOf } from "./testing/program";

quietUpstream();

const db = openDatabase(env.DB);
const stat = (id: string, title: string, x: number): Panel => ({
  id,
  type: "stat",
  title,
  key: "a.x",
  place: { x, y: 0, w: 2, h: 3 },
});
const first: BoardDocument = { schema: 1, title: "Ship", panels: [stat("a", "A", 0), stat("b", "B", 2)] };

async function aboard() {
  const owner = await signUp();
  const access = accessOf(owner);
  const slug = await addBoard(env, access.workspace.id, first);
  const version = async () => (await findBoard(db, access.workspace.id, slug))?.version ?? 0;
  const id = (await findBoard(db, access.workspace.id, slug))?.id ?? "";
  return { owner, access, slug, id, version, workspace: access.workspace.id };
}

test("[BO7] two people's saves over the same version are both kept, and who looks hears of the new name", async () => {
  const { owner, access, slug, id, version } = await aboard();
  const reader = await enter(owner, owner.workspace);
  reader.subscribe([`$boards.${id}`]);
  await vi.waitFor(() => expect(reader.of("snapshot")).toHaveLength(1));
  const [a, b] = first.panels as [Panel, Panel];
  const mine = { ...first, title: "Harbour", panels: [{ ...a, title: "Load" }, b] };
  const theirs = { ...first, panels: [a, { ...b, title: "Memory" }] };
  expect(await saveEdit(env, access, slug, { over: 1, document: mine })).toMatchObject({ ok: true, version: 2 });
  const second = await saveEdit(env, access, slug, { over: 1, document: theirs });
  expect(second).toMatchObject({ ok: true, version: 3, document: { title: "Harbour" } });
  expect((await findBoard(db, access.workspace.id, slug))?.document.panels.map(({ title }) => title)).toEqual([
    "Load",
    "Memory",
  ]);
  await vi.waitFor(() => expect(reader.of("data_update").at(-1)?.updates[0]).toMatchObject({ key: `$boards.${id}` }));
  expect(await version()).toBe(3);
});

test("[BO8] where two changed the same, nothing is saved and both are told", async () => {
  const { access, slug, version } = await aboard();
  const named = (title: string) => ({ over: 1, document: { ...first, title } });
  await saveEdit(env, access, slug, named("Harbour"));
  expect(await saveEdit(env, access, slug, named("Quay"))).toMatchObject({
    ok: false,
    conflicts: [{ panel: null, members: ["title"] }],
    merged: { title: "Quay" },
    theirs: { title: "Harbour" },
    version: 2,
  });
  expect(await version()).toBe(2);
  expect(await saveEdit(env, access, slug, { over: 99, document: first })).toBeNull();
  expect(await saveEdit(env, access, "no-such-board", named("X"))).toBeNull();
});

test("[VA10] one takes a variable away that another has just used: neither change is lost without a word", async () => {
  const { access } = await aboard();
  const variables: BoardDocument["variables"] = [{ name: "host", type: "text" }];
  const slug = await addBoard(env, access.workspace.id, { ...first, variables });
  const [a, b] = first.panels as [Panel, Panel];
  expect(await saveEdit(env, access, slug, { over: 1, document: first })).toMatchObject({ ok: true, version: 2 });
  const used: BoardDocument = { ...first, variables, panels: [{ ...a, type: "stat", key: "a.$host" }, b] };
  expect(await saveEdit(env, access, slug, { over: 1, document: used })).toMatchObject({
    ok: false,
    conflicts: [{ panel: null, members: ["variables"] }],
    version: 2,
  });
});

test("[BO9] every version is kept once, with who saved it; a save over what has moved on changes nothing", async () => {
  const { access, slug, id, workspace } = await aboard();
  const save = { id, over: 1, document: { ...first, title: "Two" }, savedBy: "Ada", now: new Date(5_000) };
  const outcomes = await Promise.all([saveBoard(db, save), saveBoard(db, { ...save, savedBy: "Bob" })]);
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect((await listVersions(db, id)).map(({ version, document }) => [version, document.title])).toEqual([
    [2, "Two"],
    [1, "Ship"],
  ]);
  await takeBoard(env, workspace, slug);
  expect(await saveBoard(db, { ...save, over: 2 })).toBe(false);
  expect(await listVersions(db, id)).toHaveLength(2);
  expect(await saveEdit(env, access, slug, { over: 2, document: first })).toBeNull();
});

test("[BO10] a board that was removed is nowhere, can be put back for a day unless its place is taken, then goes with its versions", async () => {
  const { slug, id, workspace } = await aboard();
  expect(await takeBoard(env, workspace, slug)).toBe(true);
  expect(await takeBoard(env, workspace, slug)).toBe(false);
  expect((await listBoards(db, workspace)).map((one) => one.id)).not.toContain(id);
  expect(await giveBackBoard(env, workspace, slug)).toBe(true);
  expect((await findBoard(db, workspace, slug))?.id).toBe(id);
  await takeBoard(env, workspace, slug);
  const other = await addBoard(env, workspace, first);
  expect(other).toBe(slug);
  expect(await giveBackBoard(env, workspace, slug)).toBe(false);
  await deleteRemovedBoards(db, new Date(Date.now() + 1_000));
  await takeBoard(env, workspace, slug);
  expect(await giveBackBoard(env, workspace, slug)).toBe(true);
  expect((await findBoard(db, workspace, slug))?.id).not.toBe(id);
});
