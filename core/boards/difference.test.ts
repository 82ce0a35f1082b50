import { expect, test } from "vitest";
import { difference } from "./difference";
import type { BoardDocument, Panel } from "./document";

const stat = (id: string, title: string, x = 0): Panel => ({
  id,
  type: "stat",
  title,
  key: "a.x",
  place: { x, y: 0, w: 2, h: 3 },
});
const of = (title: string, ...panels: Panel[]): BoardDocument => ({ schema: 1, title, panels });

test("[BO6] each panel is added, removed, moved or changed; what stayed is not told", () => {
  const before = of("One", stat("a", "A"), stat("b", "B"), stat("c", "C"), stat("d", "D"));
  const after = of("Two", stat("a", "A"), stat("b", "B", 4), stat("c", "See"), stat("e", "E"));
  expect(difference(before, after)).toEqual({
    title: ["One", "Two"],
    panels: [
      { id: "b", title: "B", change: "moved" },
      { id: "c", title: "See", change: "changed" },
      { id: "e", title: "E", change: "added" },
      { id: "d", title: "D", change: "removed" },
    ],
  });
  expect(difference(before, before)).toEqual({ title: null, panels: [] });
});
