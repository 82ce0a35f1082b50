import { expect, test, vi } from "vitest";
import { commit, commitChange } from "./testing/commit";
import { get } from "./testing/event-stream";
import { type Person, signUp } from "./testing/person";
import { addSource } from "./testing/sources";
import { upstreamForEachTest } from "./testing/upstream";

const upstream = upstreamForEachTest();

interface Values {
  readonly cursor: string;
  readonly full: boolean;
  readonly values: { readonly key: string; readonly value: unknown }[];
  readonly due: Readonly<Record<string, number>>;
}

function ask({ browser }: Person, workspace: string, query: string, ifNoneMatch?: string): Promise<Response> {
  const headers = new Headers(browser.headers);
  if (ifNoneMatch !== undefined) headers.set("If-None-Match", ifNoneMatch);
  return get(`${workspace}/values?${query}`, headers);
}

async function harbour() {
  const person = await signUp();
  const { workspace } = person;
  await commit(workspace, { "a.n": 1, "b.n": 1 });
  const first = await ask(person, workspace, "keys=a.*,c");
  return { person, workspace, first, values: await first.json<Values>() };
}

test("[T10] the first question brings what matches, the next ones what changed since", async () => {
  const { person, workspace, first, values } = await harbour();
  expect(values).toMatchObject({
    full: true,
    reason: "first",
    values: [{ key: "a.n", value: 1 }],
    removed: [],
    checked: {},
    due: {},
  });
  expect(first.headers.get("ETag")).toBe(`"${values.cursor}"`);
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  await commit(workspace, { "a.m": 2, "b.n": 2 });
  const next = await (await ask(person, workspace, `keys=a.*&since=${values.cursor}`)).json<Values>();
  expect(next).toMatchObject({ full: false, values: [{ key: "a.m", value: 2 }], removed: [] });
  await commitChange(workspace, { removes: ["a.n"] });
  const last = await (await ask(person, workspace, `keys=a.*&since=${next.cursor}`)).json<Values>();
  expect(last).toMatchObject({ full: false, values: [], removed: ["a.n"] });
});

test("[T10] who cannot go on from a cursor is told everything, and why", async () => {
  const { person, workspace } = await harbour();
  const answer = await (await ask(person, workspace, "keys=a.*&since=aaaaaaaa:1")).json<Values>();
  expect(answer).toMatchObject({ full: true, reason: "epoch", values: [{ key: "a.n" }] });
});

test("[T11] a tag that is held is answered with 304 and no body, until something is committed", async () => {
  const { person, workspace, first, values } = await harbour();
  const tag = first.headers.get("ETag") ?? "";
  for (const held of [tag, `W/${tag}`, `"x", ${tag}`]) {
    const again = await ask(person, workspace, `keys=a.*&since=${values.cursor}`, held);
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
  }
  expect((await ask(person, workspace, "keys=a.*", '"aaaaaaaa:1"')).status).toBe(200);
  await commit(workspace, { "a.n": 2 });
  const moved = await ask(person, workspace, "keys=a.*", tag);
  expect(moved.status).toBe(200);
  expect(moved.headers.get("ETag")).not.toBe(tag);
});

test("[T16] a question with a cursor is one of many: its sources are read at their interval", async () => {
  upstream.current.text("http://127.0.0.1:9100/metrics", "load 1\n");
  const person = await signUp();
  await addSource(person.workspace, "s", "http://127.0.0.1:9100/metrics", 2_000);
  const asked = async (query: string) => (await ask(person, person.workspace, query)).json<Values>();
  const dueIn = ({ due }: Values) => (due["s"] ?? 0) - Date.now();
  await vi.waitFor(async () => expect((await asked("keys=s.*")).values).toHaveLength(1));
  const once = await asked("keys=s.*");
  expect(dueIn(once)).toBeGreaterThan(30_000);
  const again = await asked(`keys=s.*&since=${once.cursor}`);
  expect(dueIn(again)).toBeLessThanOrEqual(2_000);
});
