import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { openDatabase } from "../../db/database";
import { listRules } from "../../db/queries/alert-rules";
import { quietUpstream } from "../../server/testing/quiet-upstream";
import { asking } from "../../workers/testing/asking";
import { join, type Person, signUp } from "../../workers/testing/person";
import * as rule from "./alert-rule";
import * as alerts from "./alerts";

quietUpstream();

const valid = { name: "Load", key: "team.load", is: "above", value: "4", for: "0", severity: "warning" };
const save = async (who: Person, workspace: string, fields: Record<string, string>) =>
  rule.action({
    ...(await asking(who, workspace, "/alerts/rule", fields)),
    params: { workspace },
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
  await expect(act(editor, workspace, { id: "none", act: "remove" })).rejects.toEqual(refused(404));
  await act(editor, workspace, { id, act: "silence 900000" });
  await act(editor, workspace, { id, act: "remove" });
  expect(await names()).toEqual([]);
  await act(editor, workspace, { id, act: "restore" });
  expect(await names()).toEqual(["Load"]);
});
