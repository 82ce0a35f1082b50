import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Json } from "../../core/json";
import { foundKeys } from "../../core/keys/found-keys";
import { keyLog } from "../../core/keys/key-log";
import { openDatabase } from "../../db/database";
import { listBoardsInOrder } from "../../db/queries/boards";
import { removedBoards } from "../../server/board-list";
import { addBoard, saveEdit } from "../../server/board-steps";
import { liveObject } from "../../server/live-object";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { asking } from "../../workers/testing/asking";
import { join, type Person, signUp } from "../../workers/testing/person";
import { accessOf, signUpProgram } from "../../workers/testing/program";
import { addEditable } from "../../workers/testing/sources";
import { placeList } from "../components/palette/place-list";
import * as board from "./board";
import * as boards from "./boards";
import * as removed from "./boards-removed";
import * as find from "./find-keys";
import * as keyChanges from "./key-changes";
import * as keyList from "./key-list";
import * as keyPage from "./key-page";
import * as places from "./places";

quietUpstream();
const db = openDatabase(env.DB);

const act = async (who: Person, workspace: string, fields: Record<string, string>) =>
  boards.action({
    ...(await asking(who, workspace, "", fields)),
    params: { workspace },
    pattern: "/w/:workspace",
  });
const search = async (who: Person, workspace: string, query: string) => {
  const asked = await asking(who, workspace, `/keys/find?${query}`);
  const answer = await find.loader({ ...asked, params: { workspace }, pattern: "/w/:workspace/keys/find" });
  return v.parse(foundKeys, await answer.json());
};
const keyOf = async (who: Person, workspace: string, key: string) => {
  const asked = await asking(who, workspace, `/keys/${key}`);
  const answer = await keyPage.loader({
    ...asked,
    params: { workspace, key },
    pattern: "/w/:workspace/keys/:key",
  });
  return { status: answer.init?.status ?? 200, ...answer.data };
};
const changesOf = async (who: Person, workspace: string, key: string) => {
  const asked = await asking(who, workspace, `/keys/${key}/changes`);
  const answer = await keyChanges.loader({
    ...asked,
    params: { workspace, key },
    pattern: "/w/:workspace/keys/:key/changes",
  });
  return v.parse(keyLog, await answer.json());
};
/** What a guard throws: React Router makes an answer of it. */
const refused = (status: number): unknown => expect.objectContaining({ init: { status } });

test("[BL3] the order, the folders and the stay of boards are an editor's to change, and nobody's outside", async () => {
  const owner = await signUp();
  const { workspace } = owner;
  const viewer = await join(workspace, "viewer");
  const stranger = await signUp();
  const access = accessOf(owner);
  const [a, b] = [
    await addBoard(env, workspace, { schema: 1, title: "Alpha", panels: [] }),
    await addBoard(env, workspace, { schema: 1, title: "Beta", panels: [] }),
  ];
  const list = async () => (await listBoardsInOrder(db, workspace)).map(({ slug }) => slug);
  const before = await list();
  for (const fields of [
    { intent: "move", slug: a, side: "before", other: b },
    { intent: "file", slug: a, folder: "Theirs" },
    { intent: "remove", slug: a },
    { intent: "make" },
  ]) {
    await expect(act(viewer, workspace, fields)).rejects.toEqual(refused(403));
    await expect(act(stranger, workspace, fields)).rejects.toEqual(refused(404));
  }
  await expect(act(owner, workspace, { intent: "move", slug: a, side: "under", other: b })).rejects.toEqual(
    refused(400),
  );
  await expect(act(owner, workspace, { intent: "move", slug: a, side: "after", other: "none" })).rejects.toEqual(
    refused(404),
  );
  expect(await list()).toEqual(before);

  await act(owner, workspace, { intent: "move", slug: "team", side: "before", other: a });
  expect(await list()).toEqual(before.filter((one) => one !== "team").toSpliced(before.indexOf(a), 0, "team"));
  await act(owner, workspace, { intent: "file", slug: a, folder: "  Ops " });
  await saveEdit(env, access, a, { over: 1, document: { schema: 1, title: "Alpha 2", panels: [] } });
  const [alpha] = (await listBoardsInOrder(db, workspace)).filter(({ slug }) => slug === a);
  expect(alpha).toMatchObject({ folder: "Ops", changedBy: access.session.user.name });
});

test("[BL4] a removed board is listed for a day and comes back with its folder and its place", async () => {
  const owner = await signUp();
  const { workspace } = owner;
  const slug = await addBoard(env, workspace, { schema: 1, title: "Alpha", panels: [] });
  await act(owner, workspace, { intent: "file", slug, folder: "Ops" });
  await act(owner, workspace, { intent: "move", slug, side: "after", other: "team" });
  const order = (await listBoardsInOrder(db, workspace)).map((one) => one.slug);
  await act(owner, workspace, { intent: "remove", slug });
  const list = (now = Date.now()) => removedBoards(env, workspace, now);
  expect(await list()).toEqual([{ slug, title: "Alpha", removedAt: expect.any(Number), isTaken: false }]);
  expect(await list(Date.now() + 86_400_001)).toEqual([]);
  const viewer = await join(workspace, "viewer");
  const giveBack = async (who: Person) =>
    removed.action({
      ...(await asking(who, workspace, "/removed", { slug })),
      params: { workspace },
      pattern: "/w/:workspace/removed",
    });
  await expect(giveBack(viewer)).rejects.toEqual(refused(403));
  await giveBack(owner);
  expect((await listBoardsInOrder(db, workspace)).map((one) => one.slug)).toEqual(order);
  expect(await list()).toEqual([]);
});

test("[BL5] lists name boards and panels as they open, with values in place of variables", async () => {
  const { owner, ask } = await signUpProgram();
  const { workspace } = owner;
  await ask("POST", "/values", { values: { "shop.oslo.open": 1, "shop.bergen.open": 2 } });
  const place = { x: 0, y: 0, w: 2, h: 3 };
  await addBoard(env, workspace, {
    schema: 1,
    title: "Shop in $town",
    variables: [{ type: "keys", name: "town", pattern: "shop.*.open" }],
    panels: [{ id: "open", type: "stat", title: "Open in $town", key: "shop.$town.open", place }],
  });
  const params = { workspace };
  const list = await boards.loader({ ...(await asking(owner, workspace, "")), params, pattern: "/w/:workspace" });
  expect(list.boards).toContainEqual(
    expect.objectContaining({
      title: "Shop in bergen",
      thumbnail: { key: "shop.bergen.open", title: "Open in bergen" },
    }),
  );
  const asked = await asking(owner, workspace, "/places");
  const answer = await places.loader({ ...asked, params, pattern: "/w/:workspace/places" });
  expect(v.parse(placeList, await answer.json()).boards).toContainEqual(
    expect.objectContaining({ name: "Shop in bergen", panels: [{ id: "open", name: "Open in bergen" }] }),
  );
});

test("[KS3] keys, their pages and the places are found by members, and by nobody else", async () => {
  const { owner, ask } = await signUpProgram();
  const { workspace } = owner;
  await ask("POST", "/values", { values: { "shop.revenue": 1, "shop.note": "open" } });
  await ask("POST", "/values", { values: { "shop.revenue": 3 } });
  const viewer = await join(workspace, "viewer");
  const stranger = await signUp();
  expect(await search(viewer, workspace, "q=shop.*&sort=-name&count=1")).toMatchObject({
    total: 2,
    pattern: "shop.*",
    keys: [{ key: "shop.revenue", value: 3, kind: "series" }],
  });
  await expect(search(stranger, workspace, "q=shop")).rejects.toEqual(refused(404));
  const page = await keyOf(viewer, workspace, "shop.revenue");
  expect(page).toMatchObject({ status: 200, view: { source: { kind: "push" }, boards: [] } });
  expect(page.view?.recorded.map(([, value]) => value)).toEqual([1, 3]);
  expect(await keyOf(viewer, workspace, "shop.revenu")).toMatchObject({
    status: 404,
    view: null,
    nearest: ["shop.revenue", "shop.note"],
  });
  expect(await keyOf(viewer, workspace, `$inbox.${owner.userId}`)).toMatchObject({ status: 404, view: null });
  await expect(keyOf(stranger, workspace, "shop.revenue")).rejects.toEqual(refused(404));
  const asked = await asking(viewer, workspace, "/places");
  const answer = await places.loader({ ...asked, params: { workspace }, pattern: "/w/:workspace/places" });
  expect(v.parse(placeList, await answer.json())).toMatchObject({ mayWrite: false, mayManage: false });
  await expect(asking(stranger, workspace, "/places")).rejects.toEqual(refused(404));
});

test("[KL12] a key's changes are on its page with where they came from, after a restart too, and nobody else's to read", async () => {
  const { owner, access, ask } = await signUpProgram();
  const { workspace } = owner;
  await addEditable(workspace, "todo");
  await ask("POST", "/values", { values: { "shop.note": "open", "shop.revenue": 1 } });
  await ask("POST", "/values", { values: { "shop.note": "shut", "shop.revenue": 2 } });
  const say = (id: string, value: Json) =>
    liveObject(env, workspace).say(access.principal, { type: "set", id, key: "todo.list", value }, "r");
  await say("1", [{ id: "a", text: "Sail", done: false }]);
  await say("2", [{ id: "a", text: "Sail", done: true }]);
  await evictDurableObject(env.DASHBOARD.getByName(workspace));
  const viewer = await join(workspace, "viewer");
  const till = { how: "key", name: "Till" };
  const { view } = await keyOf(viewer, workspace, "shop.note");
  expect(view?.log).toMatchObject({
    changes: [
      { by: till, to: "open" },
      { by: till, from: "open", to: "shut" },
    ],
  });
  expect(await changesOf(viewer, workspace, "shop.note")).toEqual(view?.log);
  expect((await changesOf(viewer, workspace, "todo.list")).changes.at(-1)).toMatchObject({
    by: { how: "person", name: "Ada" },
    path: "/0/done",
    from: false,
    to: true,
  });
  expect(await changesOf(viewer, workspace, "shop.revenue")).toMatchObject({
    changes: [],
    origins: [[expect.any(Number), till]],
  });
  for (const key of ["shop.none", `$inbox.${owner.userId}`, "$members.x"])
    await expect(changesOf(viewer, workspace, key)).rejects.toEqual(refused(404));
  await expect(changesOf(await signUp(), workspace, "shop.note")).rejects.toEqual(refused(404));
});

test("[KS8] what one follows comes a screen at a time, a panel of it with its first fifty, however many keys there are", async () => {
  const { owner, access, ask } = await signUpProgram();
  const { workspace, userId } = owner;
  const values = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`shop.k${1_000 + i}`, i]));
  await ask("POST", "/values", { values });
  const key = `$followed.${userId}`;
  await liveObject(env, workspace).say(access.principal, { type: "set", id: "1", key, value: ["shop.*"] }, "r");
  const asked = await asking(owner, workspace, "/keys?tab=followed");
  const page = await keyList.loader({ ...asked, params: { workspace }, pattern: "/w/:workspace/keys" });
  expect(page.found).toMatchObject({ total: 500, followed: [["shop.*", 500]] });
  expect(page.found.keys).toHaveLength(100);
  const painted = ({ queries }: typeof page.live) => queries.filter(({ queryKey }) => queryKey[0] === "points").length;
  expect(painted(page.live)).toBe(25);
  const onBoard = await asking(owner, workspace, "/b/team");
  const params = { workspace, board: "team" };
  const team = await board.loader({ ...onBoard, params, pattern: "/w/:workspace/b/:board" });
  expect(painted(team.live)).toBe(50);
});
