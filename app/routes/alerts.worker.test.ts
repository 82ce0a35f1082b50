import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { openDatabase } from "../../db/database";
import { findRule, listRules } from "../../db/queries/alert-rules";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { asking } from "../../workers/testing/asking";
import { join, type Person, signUp } from "../../workers/testing/person";
import * as rule from "./alert-rule";
import * as alerts from "./alerts";

quietUpstream();

const valid = { name: "Load", key: "team.load", is: "above", value: "4", for: "0", severity: "warning" };
const save = async (who: Person, workspace: string, fields: Record<string, string>, alert?: string) =>
  rule.action({
    ...(await asking(who, workspace, "/alerts/rule", fields)),
    params: { workspace, ...(alert !== undefined && { alert }) },
    pattern: "/w/:workspace/alerts/rule/:alert?",
  });
const act = async (who: Person, workspace: string, fields: Record<string, string>) =>
  alerts.action({
    ...(await asking(who, workspace, "/alerts", fields)),
    params: { workspace },
    pattern: "/w/:workspace/alerts",
  });
/** What a guard throws: React Router makes an answer of it. */
const refused = (status: number): unknown => expect.objectContaining({ init: { status } });

test("[AL14] rules are an editor's to make, silence and remove, a viewer's to see, and nobody's outside", async () => {
  const owner = await signUp();
  const { workspace } = owner;
  const [editor, viewer, stranger] = [await join(workspace, "editor"), await join(workspace, "viewer"), await signUp()];
  const names = async () => (await listRules(openDatabase(env.DB), workspace)).map(({ name }) => name);
  await expect(save(viewer, workspace, valid)).rejects.toEqual(refused(403));
  await expect(save(stranger, workspace, valid)).rejects.toEqual(refused(404));
  expect(await save(editor, workspace, { ...valid, key: "nowhere.load" })).toMatchObject({
    data: { errors: { key: "There is no source of this short name." } },
  });
  expect(await names()).toEqual([]);
  await save(editor, workspace, valid);
  expect(await names()).toEqual(["Load"]);

  const [one] = await listRules(openDatabase(env.DB), workspace);
  const id = one?.id ?? "";
  for (const what of ["silence 900000", "acknowledge", "remove", "restore"]) {
    await expect(act(viewer, workspace, { id, act: what })).rejects.toEqual(refused(403));
    await expect(act(stranger, workspace, { id, act: what })).rejects.toEqual(refused(404));
  }
  await expect(act(editor, workspace, { id, act: "silence 5" })).rejects.toEqual(refused(400));
  await expect(act(editor, workspace, { act: "acknowledge" })).rejects.toEqual(refused(400));
  await expect(act(editor, workspace, { id: "none", act: "restore" })).rejects.toEqual(refused(404));
  await act(editor, workspace, { id, act: "silence 900000" });
  await act(editor, workspace, { id, act: "remove" });
  expect(await names()).toEqual([]);
  await act(editor, workspace, { id, act: "restore" });
  expect(await names()).toEqual(["Load"]);
});

test("[AL17] a rule that two people remove, or put back, is removed and put back: the second is shown the list too", async () => {
  const owner = await signUp();
  const { workspace } = owner;
  await save(owner, workspace, valid);
  const [one] = await listRules(openDatabase(env.DB), workspace);
  const id = one?.id ?? "";
  const steps = ["remove", "remove", "restore", "restore"];
  const places: (string | null)[] = [];
  for (const what of steps) places.push((await act(owner, workspace, { id, act: what })).headers.get("Location"));
  const removed = expect.stringMatching(new RegExp(`/alerts\\?removed=${id}$`));
  const list = expect.stringMatching(/\/alerts$/);
  expect(places).toEqual([removed, removed, list, list]);
});

test("[AL15] of two who change a rule at once the second is told what the first one saved, and may put theirs in its place", async () => {
  const owner = await signUp();
  const { workspace } = owner;
  const ben = await join(workspace, "editor");
  await save(owner, workspace, valid);
  const [one] = await listRules(openDatabase(env.DB), workspace);
  const id = one?.id ?? "";
  const limits = async () => (await listRules(openDatabase(env.DB), workspace)).map(({ condition }) => condition);
  const base = String((await findRule(openDatabase(env.DB), workspace, id))?.changedAt);
  await save(owner, workspace, { ...valid, value: "5", base }, id);
  const told = await save(ben, workspace, { ...valid, value: "6", base }, id);
  expect(await limits()).toEqual([{ is: "above", value: 5 }]);
  expect(told).toMatchObject({
    data: { values: { value: "6" }, errors: { form: expect.stringContaining("at or above 5") } },
  });
  if (told instanceof Response) throw new Error("It was not to be taken.");
  await save(ben, workspace, { ...told.data.values }, id);
  expect(await limits()).toEqual([{ is: "above", value: 6 }]);
  // One without a base is older than any.
  expect(await save(ben, workspace, { ...valid, value: "7" }, id)).toMatchObject({ init: { status: 422 } });
});
