import fc from "fast-check";
import { expect, test } from "vitest";
import { matches } from "../keys/pattern";
import { readBoard } from "./board-text";
import { type Chosen, chosenValues } from "./chosen-values";
import type { BoardDocument, Panel, Place } from "./document";
import { storedId } from "./panel-copy";
import { boardPatterns } from "./patterns";
import { putInReference } from "./put-in-reference";
import { referenceProblem } from "./reference";
import { settle } from "./settle";
import { editedBoard, shownBoard } from "./shown-board";
import type { Variable } from "./variable";

const keys = ["web-1", "web-2", "web-10", "db"].flatMap((host) => [`node.${host}.cpu`, `node.${host}.mem.used`]).sort();
const keysOf = (pattern: string) => keys.filter((key) => matches(pattern, key));
const host: Variable = { name: "host", type: "keys", pattern: "node.*.cpu" };
const place: Place = { x: 0, y: 0, w: 4, h: 3 };
const stat = (over: Partial<Extract<Panel, { type: "stat" }>> = {}): Panel => {
  return { id: "a", type: "stat", title: "CPU of $host", place, key: "node.$host.cpu", ...over };
};
const board = (variables: Variable[], ...panels: Panel[]): BoardDocument => ({
  schema: 1,
  title: "Hosts",
  variables,
  panels,
});
const asked = (values: Readonly<Record<string, readonly string[]>>) => (name: string) => values[name] ?? [];
const choose = (document: BoardDocument, values: Readonly<Record<string, readonly string[]>> = {}) =>
  chosenValues(document, asked(values), keysOf);
const shown = (document: BoardDocument, values: Readonly<Record<string, readonly string[]>> = {}) =>
  shownBoard(document, choose(document, values).chosen, keysOf);

test.each([
  ["node.$host.cpu", "web-1", "node.web-1.cpu"],
  ["node.$host.cpu", "*", "node.*.cpu"],
  ["node.$host", "eu.web", "node.eu.web"],
  ["node.$host", "/dev/sda1", "node._2fdev_2fsda1"],
  ["node.$host", "$followed", "node._24followed"],
  ["node.disk_${host}.used", "sda", "node.disk_sda.used"],
  ["node.disk_${host}.used", "*", "node.*.used"],
  ["node.$host-$host", "a.b", "node.a_2eb-a_2eb"],
  ["$sources.$host", "web", "$sources.web"],
  [
    "= {node.$host.used} / {node.${host}.total} * $factor",
    "web-1",
    "= {node.web-1.used} / {node.web-1.total} * $factor",
  ],
  ["= rate({a.$host | x.y}, $factor)", "b", "= rate({a.b | x.y}, $factor)"],
])("[VA1] %s with %s is %s", (reference, value, expected) => {
  expect(putInReference(reference, (name) => (name === "host" ? value : undefined))).toBe(expected);
});

test("[VA1] outside of a formula's patterns only figures are put in", () => {
  const put = (value: string) => putInReference("= {a} * $f + rate({a}, $f)", () => value);
  expect(put("5m")).toBe("= {a} * 5m + rate({a}, 5m)");
  expect(put("1) + {b}")).toBe("= {a} * $f + rate({a}, $f)");
});

test("[VA1] whatever is typed, the reference can be read or is left, and names no key of the engine", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("$a", "*", "", "..", "a.b")),
      (value) => {
        for (const reference of ["$host.cpu", "node.$host", "x_${host}", "= {$host.cpu} + 1", "= sum({a.$host})"]) {
          const made = putInReference(reference, () => value);
          expect(referenceProblem(made)).toBeNull();
          expect(made).not.toContain("$");
        }
      },
    ),
  );
});

test("[VA2] the values of a keys variable are what stands in the place of the first star, numbers in their order", () => {
  const { chosen, refused } = choose(board([host], stat()));
  expect(chosen.get("host")).toEqual(["db"]);
  expect(refused).toEqual([]);
  const begun = choose(board([{ ...host, chosen: "web-2" }], stat()));
  expect(begun.chosen.get("host")).toEqual(["web-2"]);
});

test("[VA3] what is no value is told, and what the variable begins with is shown", () => {
  const { chosen, refused } = choose(board([host], stat()), { host: ["nowhere", "web-2", "web-2"] });
  expect(chosen.get("host")).toEqual(["web-2"]);
  expect(refused.map(({ variable, value }) => [variable.name, value])).toEqual([["host", "nowhere"]]);
  expect(choose(board([host], stat()), { host: ["nowhere"] }).chosen.get("host")).toEqual(["db"]);
  const span: Variable = { name: "span", type: "list", values: ["5m", "an hour", "1h"] };
  const rates = board([span], stat({ key: "= rate({node.db.cpu}, $span)" }));
  expect(choose(rates, { span: ["an hour"] })).toMatchObject({ refused: [{ value: "an hour" }] });
  expect(choose(rates, { span: ["*"] }).chosen.get("span")).toEqual(["5m"]);
  expect(choose(rates, { span: ["1h"] }).chosen.get("span")).toEqual(["1h"]);
  const text: Variable = { name: "host", type: "text" };
  expect(choose(board([text], stat()), { host: ["x".repeat(121)] }).chosen.get("host")).toEqual([""]);
});

test("[VA4] titles and texts have the value as text, Markdown as nothing but itself; all is said", () => {
  const text: Panel = { id: "t", type: "text", title: "", place, text: "**$host** costs $5, ${host}s" };
  const of = (value: string) => {
    const document = board([{ name: "host", type: "text" }], stat(), text);
    const [one, other] = shown(document, { host: [value] }).document.panels;
    return [one?.title, other?.type === "text" ? other.text : ""];
  };
  expect(of("a_b*")).toEqual(["CPU of a_b*", "**a\\_b\\*** costs $5, a\\_b\\*s"]);
  expect(of("")).toEqual(["CPU of all", "**all** costs $5, alls"]);
});

test("[VA5] an entry with several values becomes one for each; a single key is that of the first, and so is its title", () => {
  const line: Panel = {
    id: "l",
    type: "line",
    title: "$host",
    place,
    series: [{ key: "node.$host.cpu", name: "CPU $host" }],
  };
  const table: Panel = {
    id: "t",
    type: "table",
    title: "",
    place,
    keys: ["node.$host.cpu", "= {node.$host.cpu} * 2", "other"],
  };
  const { panels } = shown(board([host], stat(), line, table), { host: ["web-2", "db"] }).document;
  expect(panels).toMatchObject([
    { key: "node.web-2.cpu", title: "CPU of web-2" },
    {
      series: [
        { key: "node.web-2.cpu", name: "CPU web-2" },
        { key: "node.db.cpu", name: "CPU db" },
      ],
    },
    { keys: ["node.web-2.cpu", "node.db.cpu", "= {node.web-2.cpu} * 2", "= {node.db.cpu} * 2", "other"] },
  ]);
  const all = shown(board([host], stat(), line), { host: ["*"] }).document.panels;
  expect(all).toMatchObject([{ key: "node.*.cpu" }, { series: [{ key: "node.*.cpu" }] }]);
});

test("[VA6] a panel repeats to the right and down, and what stands below goes down as one", () => {
  const document = board(
    [host],
    stat({ repeat: "host", place: { x: 0, y: 2, w: 5, h: 3 } }),
    stat({ id: "s", title: "Section", key: "x", place: { x: 0, y: 5, w: 12, h: 1 } }),
    stat({ id: "b", title: "Under", key: "x", place: { x: 10, y: 6, w: 2, h: 4 } }),
    stat({ id: "top", title: "Above", key: "x", place: { x: 0, y: 0, w: 2, h: 2 } }),
  );
  const { panels } = shown(document, { host: ["*"] }).document;
  expect(panels.map(({ id, title, place: { x, y } }) => [id, title, x, y])).toEqual([
    ["a~db", "CPU of db", 0, 2],
    ["a~web-1", "CPU of web-1", 5, 2],
    ["a~web-2", "CPU of web-2", 0, 5],
    ["a~web-10", "CPU of web-10", 5, 5],
    ["s", "Section", 0, 8],
    ["b", "Under", 10, 9],
    ["top", "Above", 0, 0],
  ]);
  expect(panels.every((panel) => panel.repeat === undefined)).toBe(true);
  expect(panels.map(({ id }) => storedId(id))).toEqual(["a", "a", "a", "a", "s", "b", "top"]);
  const one = shown(document, { host: ["web-2"] }).document.panels;
  expect(one.map(({ id, place: { y } }) => [id, y])).toEqual([
    ["a~web-2", 2],
    ["s", 5],
    ["b", 6],
    ["top", 0],
  ]);
});

test("[VA6] of two that repeat side by side the taller one counts; whatever repeats, none lies on another", () => {
  const places = fc.record({
    x: fc.nat(8),
    y: fc.nat(12),
    w: fc.integer({ min: 1, max: 4 }),
    h: fc.integer({ min: 1, max: 5 }),
  });
  const panels = fc.array(fc.tuple(places, fc.boolean()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(panels, (all) => {
      const some = all.map(([at, repeats], i) => stat({ id: `p${i}`, place: at, ...(repeats && { repeat: "host" }) }));
      const document = board([host], ...settle(some));
      const found = shown(document, { host: ["*"] }).document.panels;
      expect(settle(found)).toEqual(found);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(shown(document, { host: ["*"] }).document).toEqual(shown(document, { host: ["*"] }).document);
    }),
  );
});

test("[VA7] more than fifty values of one variable are not shown at once, and it is told", () => {
  const values = Array.from({ length: 60 }, (_, i) => `h${i}`);
  const document = board([{ name: "host", type: "list", values }], stat({ repeat: "host" }));
  const { document: many, capped } = shown(document, { host: ["*"] });
  expect(many.panels).toHaveLength(50);
  expect(capped).toEqual([{ title: "CPU of $host", shown: 50, of: 60 }]);
});

test("[VA8] what has no variables is the same; while it is edited each panel stands once at its place", () => {
  const plain = board([], stat({ key: "x", title: "X" }));
  expect(shown(plain).document).toBe(plain);
  const own = stat({ id: "x", key: "x", title: "X", place: { ...place, y: 9 } });
  const document = board([host], stat({ repeat: "host" }), own);
  expect(shown(document).document.panels[1]).toBe(own);
  const chosen: Chosen = new Map([["host", ["*"]]]);
  expect(editedBoard(document, chosen).panels).toMatchObject([
    { id: "a", key: "node.*.cpu", title: "CPU of $host" },
    { id: "x" },
  ]);
});

test("[VA9] a board subscribes what it shows, and the keys that its variables have their values of", () => {
  const document = board([host], stat({ key: "node.$host.mem.used" }));
  const viewing = { boardId: "b", userId: "u" };
  expect(boardPatterns(shown(document, { host: ["db"] }).document, viewing).slice(0, 2)).toEqual([
    "node.db.mem.used",
    "node.*.cpu",
  ]);
  expect(boardPatterns(document, viewing)[0]).toBe("node.*.mem.used");
  const repeated = board([host], stat({ repeat: "host" }), stat({ id: "b", key: "node.$host.mem.used" }));
  const wide = shown(repeated, { host: ["*"] });
  expect(wide.document.panels).toHaveLength(5);
  expect(boardPatterns(wide.subscribed, viewing).filter((one) => one.startsWith("node."))).toEqual([
    "node.*.mem.used",
    "node.*.cpu",
  ]);
  const few = shown(repeated, { host: ["db", "web-1"] });
  expect(few.subscribed).toBe(few.document);
});

test.each<[string, Partial<BoardDocument>, string]>([
  ["twice", { variables: [host, host] }, "variables[1].name"],
  ["of the engine", { variables: [{ ...host, name: "sources" }] }, "variables[0].name"],
  ["in a key", { variables: [], panels: [stat()] }, "panels[0].key"],
  ["in a formula", { variables: [host], panels: [stat({ key: "= {a} * $factor" })] }, "panels[0].key"],
  ["to repeat", { variables: [host], panels: [stat({ repeat: "hosts" })] }, "panels[0].repeat"],
])("[VA10] a variable that is defined twice or not at all is refused with its path: %s", (_, over, path) => {
  const found = readBoard({ schema: 1, title: "B", panels: [], ...over });
  expect(found).toMatchObject({ ok: false, problems: [{ path }] });
});
