import { expect, test } from "vitest";
import type { BoardDocument, Panel } from "./document";
import { merge } from "./merge";
import { resolved } from "./resolved";

const stat = (id: string, title: string, x = 0): Panel => ({
  id,
  type: "stat",
  title,
  key: "a.x",
  place: { x, y: 0, w: 2, h: 3 },
});
const of = (title: string, ...panels: Panel[]): BoardDocument => ({ schema: 1, title, panels });
const base = of("Base", stat("a", "A"), stat("b", "B", 2), stat("c", "C", 4));

test("[BO11] what excludes each other is as was chosen, panel by panel; what was merged stays so", () => {
  const mine = of("Mine", stat("a", "A of mine"), stat("b", "B of mine", 2), stat("c", "C", 4));
  const theirs = of("Theirs", stat("a", "A of theirs"), stat("b", "B of theirs", 2), stat("c", "C of theirs", 4));
  const merged = merge(base, mine, theirs);
  const titles = (isTheirs: (panel: string | null) => boolean) => {
    const { title, panels } = resolved(merged, theirs, isTheirs);
    return [title, ...panels.map((one) => one.title)];
  };
  expect(titles(() => false)).toEqual(["Mine", "A of mine", "B of mine", "C of theirs"]);
  expect(titles((panel) => panel === "a")).toEqual(["Mine", "A of theirs", "B of mine", "C of theirs"]);
  expect(titles((panel) => panel === null)).toEqual(["Theirs", "A of mine", "B of mine", "C of theirs"]);
});

test("[BO11] where the others took a panel away, choosing theirs takes it away", () => {
  const mine = of("Base", stat("a", "A of mine"), stat("b", "B", 2), stat("c", "C", 4));
  const theirs = of("Base", stat("b", "B", 2), stat("c", "C", 4));
  const merged = merge(base, mine, theirs);
  expect(resolved(merged, theirs, () => true).panels.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(resolved(merged, theirs, () => false).panels.map(({ id }) => id)).toContain("a");
});
