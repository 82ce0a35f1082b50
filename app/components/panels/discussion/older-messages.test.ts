import { expect, test } from "vitest";
import { OlderMessages } from "./older-messages";

const by = { id: "u1", name: "Ada" };
const said = (...ids: number[]) => ids.map((id) => ({ id, by, at: id, text: `m${id}` }));
const page = (ids: number[], more: boolean) => Response.json({ messages: said(...ids), more });

/** A room whose answers come in this order, and the ids before which it was asked. */
function room(...answers: (Response | Error)[]) {
  const asked: number[] = [];
  const older = new OlderMessages(async (before) => {
    asked.push(before);
    const next = answers.shift();
    if (!next || next instanceof Error) throw next ?? new Error("not asked for");
    return next;
  });
  return { older, asked };
}
const ids = ({ older }: ReturnType<typeof room>) => older.read().messages.map(({ id }) => id);

test("older messages are fetched from before the oldest that is live, then from before those, until there are no more", async () => {
  const here = room(page([3, 4], true), page([1, 2], false));
  await here.older.load(5);
  expect([ids(here), here.older.read().state]).toEqual([[3, 4], "ready"]);
  await here.older.load(5);
  expect([ids(here), here.older.read().state]).toEqual([[1, 2, 3, 4], "all"]);
  await here.older.load(5);
  expect(here.asked).toEqual([5, 3]);
});

test("a lost network, a refusal and an answer that is none leave what is held, and can be tried again", async () => {
  const here = room(
    page([3], true),
    new Error("offline"),
    new Response("no", { status: 403 }),
    Response.json({}),
    page([2], false),
  );
  await here.older.load(5);
  for (let i = 0; i < 3; i++) {
    await here.older.load(5);
    expect([ids(here), here.older.read().state]).toEqual([[3], "failed"]);
  }
  await here.older.load(5);
  expect([ids(here), here.older.read().state]).toEqual([[2, 3], "all"]);
});

test("who presses again while it is on its way asks once, and hears of each step", async () => {
  const here = room(page([3], true));
  const seen: string[] = [];
  const end = here.older.subscribe(() => seen.push(here.older.read().state));
  await Promise.all([here.older.load(5), here.older.load(5)]);
  expect([here.asked, seen]).toEqual([[5], ["loading", "ready"]]);
  end();
});
