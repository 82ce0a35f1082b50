import { expect, test } from "vitest";
import { boardText, readBoardText } from "./board-text";
import type { BoardDocument } from "./document";

const place = { x: 0, y: 0, w: 4, h: 3 };
const teamBoard: BoardDocument = {
  schema: 1,
  title: "Team",
  panels: [
    { id: "load", type: "stat", title: "Load", place, key: "node.load1", thresholds: [{ above: 4, level: "warning" }] },
    { id: "talk", type: "discussion", title: "Discussion", place: { ...place, y: 3 } },
  ],
};

function read(text: string): BoardDocument {
  const found = readBoardText(text);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.document;
}

test("a list that is too long is one problem, however many of its items are wrong", () => {
  const text = `{"schema":1,"title":"Long","panels":[${Array(100_000).fill("{}").join()}]}`;
  const problems = [{ path: "panels", message: "At most 100 of them." }];
  expect(readBoardText(text)).toEqual({ ok: false, problems });
});

test("exported, imported and exported again is the same text", () => {
  const text = boardText(teamBoard);
  expect(boardText(read(text))).toBe(text);
  const [panel] = teamBoard.panels;
  const shuffled = { ...teamBoard, panels: [Object.fromEntries(Object.entries(panel ?? {}).toReversed())] };
  expect(boardText(read(JSON.stringify(shuffled)))).toBe(boardText({ ...teamBoard, panels: panel ? [panel] : [] }));
});

test.each([
  ["no JSON", "{", ""],
  ["another version", '{"schema":2,"title":"A","panels":[]}', "schema"],
  ["no kind of panel", '{"schema":1,"title":"A","panels":[{"id":"a","type":"map"}]}', "panels[0].type"],
  [
    "too wide",
    '{"schema":1,"title":"A","panels":[{"id":"a","type":"status","title":"","place":{"x":0,"y":0,"w":13,"h":3}}]}',
    "panels[0].place.w",
  ],
  [
    "two of one id",
    JSON.stringify({ ...teamBoard, panels: [teamBoard.panels[0], teamBoard.panels[0]] }),
    "panels[1].id",
  ],
  [
    "endlessly long",
    '{"schema":1,"title":"A","panels":[{"id":"a","type":"status","title":"","place":{"x":0,"y":9007199254740991,"w":1,"h":3}}]}',
    "panels[0].place.y",
  ],
  ["far too long", `"${"x".repeat(500_000)}"`, ""],
])("what is no board is refused with the place of what is wrong: %s", (_, text, path) => {
  expect(readBoardText(text)).toMatchObject({ ok: false, problems: [{ path }] });
});
