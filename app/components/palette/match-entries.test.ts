import { expect, test } from "vitest";
import type { Entry } from "./entry";
import { matchEntries } from "./match-entries";

const entry = (name: string, group: Entry["group"] = "Boards", note?: string): Entry => ({
  id: `${group} ${name}`,
  group,
  name,
  ...(note === undefined ? {} : { note }),
  does: "/",
});
const names = (typed: string, entries: readonly Entry[], recent: readonly string[] = []) =>
  matchEntries(typed, entries, recent).map(({ name }) => name);

test("every word that is typed is in an entry's name or note; what begins with it comes first", () => {
  const entries = [entry("Weather"), entry("The web"), entry("Sweater shop"), entry("Load", "Panels", "Web servers")];
  expect(names("we", entries)).toEqual(["Weather", "The web", "Sweater shop", "Load"]);
  expect(names("web load", entries)).toEqual(["Load"]);
  expect(names("nothing", entries)).toEqual([]);
});

test("what was used lately goes before its equals, and no group has more than six", () => {
  const many = Array.from({ length: 20 }, (_, i) => entry(`Board ${i}`));
  expect(names("board", many, ["Boards Board 13", "Boards Board 4"])).toEqual([
    "Board 13",
    "Board 4",
    "Board 0",
    "Board 1",
    "Board 2",
    "Board 3",
  ]);
});
