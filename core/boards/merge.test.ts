import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type BoardDocument, boardDocument, type Panel } from "./document";
import { merge } from "./merge";
import { overlaps, settle } from "./settle";

const place = fc.record({
  x: fc.integer({ min: 0, max: 9 }),
  y: fc.nat(20),
  w: fc.integer({ min: 1, max: 3 }),
  h: fc.integer({ min: 2, max: 6 }),
});
const title = fc.constantFrom("Load", "Memory", "Disk");
const key = fc.constantFrom("a.x", "a.y", "b.*");
const content = fc.oneof(
  fc.record({ type: fc.constant("stat" as const), title, key }),
  fc.record({ type: fc.constant("table" as const), title, keys: key.map((one) => [one]) }),
);
const panel = (id: string): fc.Arbitrary<Panel> =>
  fc.tuple(content, place).map(([rest, at]) => ({ ...rest, id, place: at }));
const ids = ["a", "b", "c", "d", "e"];
const board: fc.Arbitrary<BoardDocument> = fc
  .tuple(title, fc.tuple(...ids.map((id) => fc.option(panel(id), { nil: undefined }))))
  .map(([name, panels]) => ({ schema: 1, title: name, panels: settle(panels.filter((one) => one !== undefined)) }));

const stat = (id: string, over: Partial<Omit<Extract<Panel, { type: "stat" }>, "type">> = {}): Panel => ({
  id,
  type: "stat",
  title: id,
  key: "a.x",
  place: { x: 0, y: 0, w: 2, h: 3 },
  ...over,
});
const of = (...panels: Panel[]): BoardDocument => ({ schema: 1, title: "Board", panels });
const byId = ({ panels, ...rest }: BoardDocument) => ({
  ...rest,
  panels: panels.toSorted((a, b) => a.id.localeCompare(b.id)),
});

describe("two people's changes of a board", () => {
  test("[BO1] who changed nothing follows who did, and the same change is made once", () => {
    fc.assert(
      fc.property(board, board, (base, changed) => {
        for (const [mine, theirs] of [
          [base, changed],
          [changed, base],
          [changed, changed],
        ] as const) {
          const { document, conflicts } = merge(base, mine, theirs);
          expect(conflicts).toEqual([]);
          expect(byId(document)).toEqual(byId(changed));
        }
      }),
    );
  });

  test("[BO2] it does not matter whose changes are whose, unless they exclude each other", () => {
    fc.assert(
      fc.property(board, board, board, (base, one, two) => {
        const [a, b] = [merge(base, one, two), merge(base, two, one)];
        const panelsOf = ({ conflicts }: typeof a) => new Set(conflicts.map((conflict) => conflict.panel));
        expect(panelsOf(a)).toEqual(panelsOf(b));
        if (a.conflicts.length === 0) expect(byId(a.document)).toEqual(byId(b.document));
      }),
    );
  });

  test("[BO3] what comes of it is a board on which no panel lies on another", () => {
    fc.assert(
      fc.property(board, board, board, (base, one, two) => {
        const { document } = merge(base, one, two);
        expect(v.parse(boardDocument, document)).toEqual(document);
        const places = document.panels.map((each) => each.place);
        expect(places.flatMap((a, i) => places.slice(i + 1).filter((b) => overlaps(a, b)))).toEqual([]);
      }),
    );
  });

  test("[BO4] different panels, and different members of one panel, do not exclude each other", () => {
    const base = of(stat("a"), stat("b", { place: { x: 2, y: 0, w: 2, h: 3 } }));
    const [a, b] = base.panels as [Panel, Panel];
    const mine = of({ ...a, title: "Load" }, b);
    const theirs = of({ ...a, place: { x: 6, y: 0, w: 2, h: 3 } }, { ...b, title: "Memory" });
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(document.panels.map((one) => [one.title, one.place.x])).toEqual([
      ["Load", 6],
      ["Memory", 2],
    ]);
  });

  test("[BO5] the same member changed twice, and a change of what is taken away, are said; mine is kept meanwhile", () => {
    const base = of(stat("a"), stat("b", { place: { x: 2, y: 0, w: 2, h: 3 } }));
    const [a, b] = base.panels as [Panel, Panel];
    const renamed = merge(base, of({ ...a, title: "Mine" }, b), of({ ...a, title: "Theirs" }, b));
    expect(renamed.conflicts).toEqual([{ panel: "a", members: ["title"] }]);
    expect(renamed.document.panels[0]?.title).toBe("Mine");
    const removed = merge(base, of(b), of({ ...a, title: "Theirs" }, b));
    expect(removed.conflicts).toEqual([{ panel: "a", members: [] }]);
    expect(removed.document.panels.map(({ id }) => id)).toContain("a");
  });
});
