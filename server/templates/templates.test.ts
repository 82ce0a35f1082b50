import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { readBoard } from "../../core/boards/board-text";
import { GRID_COLUMNS } from "../../core/boards/grid-columns";
import { slug } from "../../core/sources/definition";
import { planOf } from "./plan";
import { templates } from "./templates";

const none = { sources: new Set<string>(), boards: new Set<string>() };
const initial = (asks: (typeof all)[number]["asks"]) =>
  Object.fromEntries(asks.map(({ name, initial: text = "x" }) => [name, text]));
const all = templates(true);

describe.each(all.map((template) => [template.slug, template] as const))("%s", (_, template) => {
  const plan = planOf(template, initial(template.asks), none);

  test("makes a valid board that fits the grid", () => {
    expect(readBoard(plan.board.document)).toEqual({ ok: true, document: plan.board.document });
    const { panels } = plan.board.document;
    expect(panels.every(({ place }) => place.x + place.w <= GRID_COLUMNS)).toBe(true);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  test("names its sources as sources may be named, and shows a key of the first", () => {
    expect(plan.sources.filter((source) => !v.is(slug, source.slug))).toEqual([]);
    expect(plan.sources.length).toBeGreaterThanOrEqual(template.shows ? 1 : 0);
  });

  test("reads its own sources only, also where their names were taken", () => {
    const taken = { sources: new Set(plan.sources.map((one) => one.slug)), boards: new Set([plan.board.slug]) };
    const again = planOf(template, initial(template.asks), taken);
    expect(again.board.slug).not.toBe(plan.board.slug);
    const text = JSON.stringify(again.board.document.panels);
    for (const name of taken.sources) expect(text).not.toMatch(new RegExp(`["{]${name}\\.`));
    for (const { slug: own } of again.sources) expect(taken.sources.has(own)).toBe(false);
  });
});

test("the machine is offered only where there is one", () => {
  expect(templates(false).map((one) => one.slug)).not.toContain("machine");
});

test("each has an address of its own", () => {
  expect(new Set(all.map((one) => one.slug)).size).toBe(all.length);
});
