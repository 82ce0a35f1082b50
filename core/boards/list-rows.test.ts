import { describe, expect, test } from "vitest";
import { addRow, isListRows, type ListRows, placeRow, putBack, removeRow, setDone, setText } from "./list-rows";

const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, text: `do ${id}`, done: false }));
if (!a || !b || !c) throw new Error("Three rows are made above.");
const rows: ListRows = [a, b, c];
const ids = (list: ListRows) => list.map(({ id }) => id).join("");

test("[LR1] a list is an array of rows, whatever else programs put into them", () => {
  expect([[], rows, [{ ...a, due: "today" }]].every(isListRows)).toBe(true);
  expect([null, {}, "a", [1], [{ id: "a" }], [{ ...a, done: "yes" }]].some(isListRows)).toBe(false);
});

describe("[LR2] a change finds its row wherever it stands by then, leaves the others as they are", () => {
  test("and keeps what it does not know", () => {
    const dated = { ...b, due: "today" };
    const after = setDone("b", true)([c, dated, a]);
    expect(after).toEqual([c, { ...dated, done: true }, a]);
    expect(after[0]).toBe(c);
  });

  test("and moves to a neighbour", () => {
    expect(ids(placeRow("c", "before", "b")(rows))).toBe("acb");
    expect(ids(placeRow("a", "behind", "b")(rows))).toBe("bac");
    expect(ids(placeRow("a", "before", "c")([c, b, a]))).toBe("acb");
  });

  test("and comes back behind the row that it followed, at the front, or at the end where that one is gone", () => {
    expect(ids(putBack(b, "a")([a, c]))).toBe("abc");
    expect(ids(putBack(a, null)([b, c]))).toBe("abc");
    expect(ids(putBack(b, "x")([a, c]))).toBe("acb");
  });
});

test("[LR3] a change that has been made, or whose row is gone, gives back the same list", () => {
  const changes = [
    addRow("a", "again"),
    setDone("a", false),
    setText("a", "do a"),
    placeRow("a", "before", "b"),
    placeRow("c", "behind", "b"),
    removeRow("x"),
    putBack(b, "c"),
    setDone("x", true),
    placeRow("x", "before", "a"),
    placeRow("a", "before", "x"),
  ];
  for (const change of changes) expect(change(rows)).toBe(rows);
});
