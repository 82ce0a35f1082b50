import { expect, test } from "vitest";
import { StatPanel } from "../stat/stat-panel";
import TablePanel from "../table/table-panel";
import { draw, now, textOf } from "../testing/draw";
import { NoValues } from "./no-values";

const place = { x: 0, y: 0, w: 4, h: 4 };
const stat = (key: string, of?: string) => (
  <StatPanel panel={{ id: "p", type: "stat", title: "P", place, key, ...(of !== undefined && { of }) }} />
);

test("the server writes what a formula comes to, with its unit, its whole and how it moved", () => {
  const drawn = {
    values: { "s.used": 3 * 1024 ** 3, "s.free": 1024 ** 3 },
    meta: { "s.used": { kind: "series", unit: "bytes" }, "s.free": { kind: "series", unit: "bytes" } } as const,
    points: { "s.used": [[now - 60_000, 2 * 1024 ** 3]] as [number, number][] },
  };
  const text = textOf(draw(stat("= {s.used} + 0", "= sum({s.*})"), drawn));
  expect(text).toContain("3.00 of 4 GiB");
  expect(text).toContain("+1.00 GiB in 59 s");
  expect(textOf(draw(stat("= {s.used} / {s.free}"), drawn))).toContain("3");
});

test("a formula whose keys are not there says so, and one that cannot be worked out why", () => {
  expect(textOf(draw(stat("= {s.none} * 2"), { values: {} }))).toContain("None of its keys is there");
  expect(textOf(draw(stat("= {s.none} *"), { values: {} }))).toMatch(
    /cannot be worked out Character 13: It ends too soon/,
  );
  const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`s.k${i}`, 1]));
  expect(textOf(draw(stat("= sum({s.*})"), { values: many }))).toContain("It reads 501 keys");
});

test("[PK1] keys of a source that is not there: the source is named", () => {
  const said = (slug: string) =>
    textOf(draw(<NoValues asked={[`${slug}.none`]} slugs={[slug]} problem={null} />, { values: {} }));
  expect(said("gone")).toContain("There is no source “gone” Make it gone.none");
  expect(draw(<NoValues asked={["gone.none"]} slugs={["gone"]} problem={null} />, { values: {} })).toContain(
    "/sources/new?slug=gone",
  );
  expect(said("s")).toContain("No such key s.none");
  const table = <TablePanel panel={{ id: "t", type: "table", title: "T", place, keys: ["s.none"] }} />;
  expect(textOf(draw(table, { values: {} }))).toContain("No such key s.none");
});

test("a formula of several results is as many rows, each under its own name", () => {
  const values = { "s.a.x": 1, "s.b.x": 2, "s.a.y": 4, "s.b.y": 4 };
  const panel = { id: "t", type: "table", title: "T", place, keys: ["= {s.*.x} / {s.*.y} * 100", "s.a.x"] } as const;
  const text = textOf(draw(<TablePanel panel={{ ...panel, keys: [...panel.keys] }} />, { values }));
  expect(text).toMatch(/ a .*25.* b .*50.* s\.a\.x .*1/);
});
