import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoardDocument } from "../../../core/boards/document";
import type { Edit } from "../../../core/boards/edit";
import { anyBoard, anyEdit } from "../../../core/boards/testing/any-board";
import { type Act, begun, historyAfter } from "./history";

const board: BoardDocument = {
  schema: 1,
  title: "Board",
  panels: [
    { id: "a", type: "stat", title: "A", key: "n.a", place: { x: 0, y: 0, w: 2, h: 3 } },
    { id: "b", type: "stat", title: "B", key: "n.b", place: { x: 2, y: 0, w: 2, h: 3 } },
  ],
};
const titled = (title: string): Edit => ({ type: "board", board: { title } });
const after = (...acts: Act[]) => acts.reduce(historyAfter, begun(board));

test("[EH1] undoing what was done gives the very board back, and redoing it what was undone", () => {
  fc.assert(
    fc.property(anyBoard, fc.array(anyEdit, { maxLength: 10 }), (start, edits) => {
      const done = edits.map((edit): Act => ({ type: "edit", edit })).reduce(historyAfter, begun(start));
      const undone = done.past.reduce((history) => historyAfter(history, { type: "undo" }), done);
      expect(undone.now).toBe(start);
      expect(undone.future.reduce((history) => historyAfter(history, { type: "redo" }), undone)).toEqual({
        ...done,
        run: undone.future.length > 0 ? null : done.run,
      });
    }),
  );
});

test("[EH2] steps of one run are undone together, until somebody rests", () => {
  const typed = after(
    { type: "edit", edit: titled("B"), run: "title" },
    { type: "edit", edit: titled("Bo"), run: "title" },
    { type: "rest" },
    { type: "edit", edit: titled("Boa"), run: "title" },
  );
  expect(historyAfter(typed, { type: "undo" }).now.title).toBe("Bo");
  expect(historyAfter(historyAfter(typed, { type: "undo" }), { type: "undo" }).now).toBe(board);
});

test("[EH3] a run that is cancelled has never been, and only while it goes on", () => {
  const moved = after({ type: "edit", edit: titled("B"), run: "move a" });
  expect(historyAfter(moved, { type: "cancel", run: "move a" })).toEqual(begun(board));
  expect(historyAfter(moved, { type: "cancel", run: "move b" })).toBe(moved);
  const rested = historyAfter(moved, { type: "rest" });
  expect(historyAfter(rested, { type: "cancel", run: "move a" })).toBe(rested);
});

test("[EH4] what others saved stays when one's own steps are undone", () => {
  const theirs: BoardDocument = { ...board, panels: board.panels.map((one) => ({ ...one, title: `${one.title}!` })) };
  const both = after({ type: "edit", edit: titled("Mine") }, { type: "rebase", from: board, to: theirs });
  expect(both.now).toEqual({ ...theirs, title: "Mine" });
  expect(historyAfter(both, { type: "undo" }).now).toEqual(theirs);
});

test("[EH5] a step that changes nothing is none", () => {
  expect(after({ type: "edit", edit: { type: "remove", id: "x" } })).toEqual(begun(board));
});
